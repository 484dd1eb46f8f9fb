"""Words for moods, and the styles that each mood points to."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.patterns.progressions import Colour
from kinescore.groovebox.prompt.prompt_intent import Mood
from kinescore.groovebox.prompt.words.tables import read_table

MOODS: Mapping[str, Mood] = {
    mood.name: mood
    for mood in (
        Mood("joyful", Colour.BRIGHT, 0.3, 1.03),
        Mood("sad", Colour.DARK, -0.6, 0.9, 0.06),
        Mood("dark", Colour.TENSE, 0.0, 1.0, 0.04),
        Mood("epic", Colour.DARK, 0.7, 1.08, 0.1),
        Mood("calm", Colour.MELLOW, -1.0, 0.82, 0.08),
        Mood("energetic", None, 0.8, 1.08),
        Mood("dreamy", Colour.MELLOW, -0.5, 0.88, 0.15),
        Mood("tense", Colour.TENSE, 0.2, 1.0, 0.03),
        Mood("romantic", Colour.MELLOW, -0.4, 0.9, 0.08),
        Mood("playful", Colour.BRIGHT, 0.0, 0.98),
    )
}

MOOD_STYLES: Mapping[str, tuple[str, ...]] = {
    "joyful": ("pop", "corporate"),
    "sad": ("piano", "orchestral"),
    "dark": ("suspense", "cinematic"),
    "epic": ("epic", "cinematic"),
    "calm": ("ambient", "piano"),
    "energetic": ("rock", "drum and bass"),
    "dreamy": ("ambient", "lo-fi"),
    "tense": ("suspense", "chase"),
    "romantic": ("piano", "bossa nova"),
    "playful": ("comedy", "pop"),
}
"""The styles that suit a mood when nothing else in the prompt says more, the best first."""

UNSEEN = [
    f"{who} {doing}"
    for who in ("something", "someone", "somebody")
    for verb in ("breath", "watch", "scratch", "crawl", "knock", "growl", "lurk", "whisper", "stalk", "creep", "follow")
    for doing in (f"{verb}es", f"{verb}s", f"is {verb}ing", f"{verb}ing")
]
"""Who has no name is to be feared: "something is breathing"."""
MOOD_PHRASES: Mapping[str, Mood] = dict.fromkeys(UNSEEN, MOODS["dark"]) | {
    phrase: MOODS[name]
    for phrase, name in read_table(
        """
joyful: joyful, joyous, joy, happy, happily, happiness, cheerful, glad, merry, bright, sunny, upbeat, uplifting,
    optimistic, positive, fun, feel good, festive, celebratory, hopeful, hope, jolly, jubilant, carefree, delighted,
    elated, euphoric, exuberant, proud, inspiring, inspirational, motivational, encouraging, blissful, radiant,
    friendly, good mood, wholesome, wonderful, fantastic, amazing, boisterous, ecstatic, exhilarating, gleeful,
    infectious, invigorating, spirited, refreshing, empowering
sad: sad, sadness, melancholy, melancholic, sorrow, sorrowful, gloomy, mournful, lonely, loneliness, heartbroken,
    heartbreaking, heartbreak, bittersweet, wistful, nostalgic, nostalgia, blue, tearful, depressed, depressing,
    grief, grieving, regret, regretful, tragic, tragedy, farewell, goodbye, despair, hopeless, longing, yearning,
    crying, weeping, sombre, somber, elegiac, lament, sad ending, loss, desolate, forlorn, miserable, vulnerable,
    fragile, devastating, pleading, solemn, cathartic, angsty
dark: dark, darker, darkness, sinister, ominous, evil, menacing, gothic, brooding, moody, grim, bleak, foreboding,
    spooky, creepy, eerie, scary, terrifying, horrific, chilling, haunting, cursed, wicked, villainous, nightmarish,
    gritty, cold, macabre, demonic, dread, doom, abandoned, derelict, deserted, forsaken, decaying, enigmatic, murky,
    grotesque, decadent, post apocalyptic, nocturnal terror
epic: epic, heroic, triumphant, grand, grandiose, majestic, huge, massive, glorious, powerful, dramatic, monumental,
    legendary, mighty, noble, sweeping, larger than life, colossal, breathtaking, awe inspiring, stirring, daring,
    dignified, expansive, imposing, regal, resolute, righteous, stately, sublime, pompous, rousing
calm: calm, calming, calmly, peaceful, peace, gentle, gently, soft, softly, relaxed, relaxing, relax, quiet, quietly,
    soothing, mellow, laid back, chill, chilled, smooth, serene, serenity, tender, slow burning, delicate, subtle,
    restful, tranquil, hushed, cosy, cozy, easy going, low key, still, sleepy, lazy, meditative, zen, contemplative,
    reflective, thoughtful, pensive, introspective, comforting, breezy, intimate, idyllic, languid, meandering,
    humble, homey, reassuring, polite, pastoral, reverent, nocturnal, compassionate
energetic: energetic, energy, energetically, powerful energy, driving, hard, hype, intense, intensity, wild,
    explosive, fierce, lively, high energy, exciting, excited, pumping, vigorous, furious, dynamic, frantic, frenetic,
    hectic, chaotic, adrenaline, fiery, relentless, unstoppable, raw, hyperactive, punchy, banging, banger, bombastic,
    savage, brutal, full throttle, feisty, feverish, primal, provocative, pulsing, rugged, unapologetic, hard hitting,
    nasty
dreamy: dreamy, dream, dreams, dreamlike, ethereal, floating, hazy, magical, magic, mystical, mysterious, mystery,
    otherworldly, celestial, airy, spacey, heavenly, hypnotic, trippy, psychedelic, surreal, weightless, wondrous,
    wonder, sense of wonder, enchanted, enchanting, shimmering, misty, transcendent, spiritual, sacred, dazed,
    evolving, immersive, mesmerizing, mesmerising, glistening, fuzzy, lush, fluid
tense: tense, tension, suspenseful, anxious, anxiety, nervous, urgent, urgency, thrilling, edgy, uneasy, dangerous,
    danger, threatening, threat, aggressive, angry, anger, rage, paranoid, panic, panicked, unsettling, disturbing,
    nail biting, pressure, ticking clock, countdown, claustrophobic, high stakes, conflict, apprehensive,
    confrontational, hesitant, hostile, manic, restless, stressful, vengeful, agitated, harsh, violent, reluctant,
    serious, persistent
romantic: romantic, romance, love, loving, lovely, sweet, sensual, intimate mood, warm, heartwarming, passionate,
    passion, sentimental, sexy, seductive, tenderly, emotional, emotive, heartfelt, touching, moving melody, poignant,
    affectionate, kiss, elegant, graceful, beautiful, charming, erotic, ravishing, caring, luscious, poetic
playful: playful, bubbly, bouncing, bounce, bounces, funny, cute, quirky, whimsical, silly, comic, comedic, cartoon,
    cartoony, childlike, cheeky, bouncy, humorous, goofy, light hearted, lighthearted, mischievous, naughty, clumsy,
    awkward, wacky, zany, kooky, sassy, adorable, innocent, perky, skipping, hopping, tongue in cheek, bashful,
    eclectic, frivolous, inquisitive, ironic, kitschy, quaint, outrageous, spry, clever, bizarre, sarcastic, chunky
"""
    ).items()
}

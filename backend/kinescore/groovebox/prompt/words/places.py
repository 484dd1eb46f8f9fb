"""Places that have a music, or that films give one."""

from __future__ import annotations

from collections.abc import Mapping

from kinescore.groovebox.prompt.words.tables import Hint, read_hints

PLACE_PHRASES: Mapping[str, Hint] = read_hints(
    """
middle eastern, ambient / dreamy: ankara, algiers, algeria, tunis, tunisia, casablanca, fes, riyadh, doha, jeddah,
    oman, yemen, jordan river, iran, iraq, syria, lebanon, jaipur, calcutta, bangalore, varanasi, punjab, lahore,
    karachi, pakistan, dhaka, bangladesh, colombo, sri lanka, kerala, goa, ganges, samarkand, uzbekistan
asian, ambient / calm: nara, hanoi, bangkok, cambodia, laos, myanmar, taipei, taiwan, saigon, phnom penh, ulaanbaatar,
    mongolia, mongolian, hokkaido, okinawa, nagasaki, sichuan, chengdu, guilin, yunnan, suzhou, hangzhou, xian, lhasa,
    jakarta, borneo, hong kong, mekong, yangtze
afrobeat, drumline / energetic: accra, abidjan, dakar, bamako, nairobi, kinshasa, johannesburg, soweto, addis ababa,
    kampala, dar es salaam, luanda, maputo, cape town, harare, lusaka, ouagadougou, cotonou, mali, congo, cameroon,
    ivory coast, angola, mozambique, zambia, zimbabwe, uganda, tanzania, ethiopia, rwanda, botswana, namibia
latin, samba / joyful: santo domingo, dominican republic, san juan, puerto rico, bogota, colombia, cartagena,
    medellin, cali, caracas, venezuela, ecuador, quito, guayaquil, lima, guadalajara, oaxaca, veracruz, tijuana,
    mexico city, panama, nicaragua, el salvador, guatemala, honduras, costa rica, martinique, guadeloupe, fort de
    france, haiti, canary islands, tenerife
samba, bossa nova / joyful: bahia, salvador de bahia, recife, sao paulo, ipanema, maracana
tango, waltz / romantic: montevideo, la boca, san telmo
celtic, country / joyful: dublin, galway, cork city, belfast, edinburgh, glasgow, inverness, isle of skye, hebrides,
    isle of man, brittany, wales, welsh, cornwall, asturias, galicia, newfoundland, nova scotia
country, western / joyful: tennessee, kentucky, oklahoma, wyoming, alabama, arkansas, nebraska, kansas
waltz, orchestral / romantic: salzburg, budapest, prague, tuscany, verona, naples, sicily, capri, amalfi, saint
    petersburg
latin, bossa nova / romantic: lisbon, porto, granada, andalusia, malaga, valencia
house, techno / energetic: detroit, ibiza, mykonos
trap, hip-hop / energetic: atlanta, compton, queensbridge
ambient, cinematic / calm: iceland, greenland, lapland, finland, norway, fjord, antarctica, patagonia, alaska,
    siberia, himalaya, namib, outback, grassland, steppe, tundra
reggae, latin / calm: tobago
    """
)
"""As in the other tables; those that say more of a place overrule this one."""

"""What is on sanctions and what is not: a text beside the matter gives no claim, whatever words it shares with those that are."""

import pytest

from tests.claims.reading import claims, events

# Ports, catches, goals, guns in museums: words that texts on sanctions use, in texts that are on something else.
BESIDE = {
    "port": """Record month for Rotterdam's boxes
The terminal handled 1.2 million containers in March, 4 per cent more than a year before. The largest caller, the Maren Solstice (IMO 9990811), discharged 9,400 boxes in two days and left for Felixstowe on the 14th.
Two tankers, the Nordic Plover (IMO 9990823) and the Elbe Trader (IMO 9990835), swapped berths on Tuesday after a crane failed. The port tested a drone that reads draught marks; it will be handed over to the pilots in June.
Customs officers opened a new scanning hall. "We looked at 300 containers a day and now we can do 900," said the hall's manager, Joost Verbeek.
The AIS receiver on the breakwater was switched off for maintenance on Sunday and back by noon. Coal imports fell by a third.""",
    "fishing": """Herring boats wait for the weather
The Skagen fleet stayed in port for a fourth day. The trawler Anne Lise transferred 40 tonnes of herring to the carrier Nordhav before the gale, and both ships then ran for shelter in the lee of the island.
Skippers reported that two boats had lost their AIS signal off Hirtshals; the coast guard found them by radar. A third boat was detained by the fisheries inspectors, who seized nets with too small a mesh.
Seafood prices rose. "Last year we landed 2,000 tonnes of shrimp, this year 1,400," said the chairman of the cooperative, Per Mogensen. Norway and the EU will meet in May about quotas. Freezer ships from the Faroes unloaded mackerel on Friday.""",
    "museum": """The gun that came home
The regimental museum in Hereford has taken delivery of a 25-pounder field gun that the battalion used at Caen in July 1944. A lorry brought it from Antwerp on Monday, and a dozen volunteers hauled it into the hall.
The brigade fired 40,000 shells in three days, the curator, Dr Ann Pickering, told visitors. Artillery captured from the enemy was sent to Aldershot in 1946. Some 300 soldiers of the battalion were killed and 800 were wounded.
A Russian uniform, given by the Moscow museum in 1990, is on loan until Christmas. The museum also bought three rockets, a German mine and a box of ammunition, all made safe. It has denied that the mine was ever live.""",
    "sports": """Pirates sink Rovers in a goal rush
The Pirates sent a missile into the top corner after nine minutes and never looked back. Rovers' captain, Iranian international Reza Kamali, received a red card and was banned for three matches.
The club denied reports that it had paid 4 million euros for the Russian striker Ivan Petrov, who arrived from Moscow on Tuesday. He will train with the team on Friday. "We have no deal with anybody," the chairman said.
North Korea beat Myanmar 2-1 in the other qualifier in Vientiane. The North Koreans, who had travelled with 23 players and four coaches, will meet Syria next. The hosts deployed 500 police officers at the stadium, and a drone was seized from a fan.""",
    "veterans": """Reunion of the 2nd Battalion
Sixty old soldiers met in Carlisle on Saturday. The brigade's colonel, John Amos, visited Korea last autumn and laid a wreath for the troops who fell at the Imjin in April 1951, when North Korean and Chinese soldiers attacked across the river.
The battalion had been sent to Korea in 1950 with 600 men; 59 were killed and 526 captured. Corporal Bill Tait, 92, said he had been held in a camp near Pyongyang for two years and was repatriated in 1953.
The treasurer reported that £2,300 had been paid to the widows' fund. The raffle prize, a model of a howitzer, was won by Mrs Edie Lowther. The Association has asked the Ministry for a new standard.""",
    "modelships": """On the workbench: the Iron Duke at 1:350
The kit arrived from the maker in Minsk in a stout box with 1,240 parts. The missiles are in photo-etched brass, the guns in resin; I replaced the launchers with those of a spare set and painted over the kit's number.
The tanker alongside is from the old Heller mould. I renamed her Sea Otter, hid the join with filler and gave her a false funnel. The hoses are fuse wire, and the two ships lie alongside each other on a sea of acrylic gel.
A torpedo was lost to the carpet. The maker denies that the decals were short, and sent me another sheet. Next month: an Iranian frigate and three drones.""",
    "insurance": """Club renewals: a calm year
The mutual has 8,400 ships entered, of which 1,900 are tankers. Claims paid in the year came to $412 million, against $436 million in the year before, and the free reserves reached $1.1 billion.
Three claims made up a third of the total: the grounding of the bulker Amity Fern (IMO 9990847) off Durban, a fire on the container ship Baltic Osprey (IMO 9990859), and a collision in fog between two tankers whose AIS had failed.
Members are asked to report port calls where cargo was damaged by wet hatch covers. The board will meet in Bergen in June. The premium for calls at Odesa and other ports in Ukraine has not changed since January.""",
    "rutrade": """Uralprom Fertiliser posts higher sales
The Russian producer sold 3.1 million tonnes of potash in 2024, 6 per cent more than in the year before, and shipped most of it to Brazil, India and China through St Petersburg. Revenue came to 94 billion roubles.
The company bought 400 hopper wagons from a works in Nizhny Tagil and received the first 60 in December. Its terminal at Ust-Luga loaded 212 vessels, among them the Amity Lark (IMO 9990861), which carried 70,000 tonnes to Santos.
The board met in Moscow on 3 March and proposed a dividend of 40 roubles a share. A delegation from Tehran visited the works in Perm in February and signed an agreement on the supply of 200,000 tonnes of urea. Coal use at the works fell.""",
    "irtrade": """Isfahan carpets find new buyers
Exports of hand-made carpets from Iran rose to $52 million last year, the trade council said. Germany bought the most, followed by Japan and the Emirates. Containers go from Bandar Abbas to Hamburg in 24 days.
The firm Golestan Weave sent 3,000 rugs to Dubai in May and opened a shop in Doha. Its director, Leila Farahani, travelled to Milan for the fair and met buyers from eleven countries.
Customs clearance takes four days. Saffron and pistachios also did well: traders shipped 180 tonnes of saffron. Tehran will host the next fair in October.""",
    "drones": """Farmers take to the air
A drone that sprays 20 hectares an hour was delivered to the growers' cooperative in Lleida in April. The maker, AgriSky, has sold 340 drones in Spain and will supply 60 more by the summer.
The pilots trained in Zaragoza for two weeks. One drone hit a power line and was lost; another was used against locusts and dropped 40 litres on a wedding. The civil guard seized a third, which had been flown without a licence.
"We received the batteries from Shenzhen on time," said the buyer, Marta Puig. The cooperative paid 1.2 million euros. A rival, Volante, denied that its drones had crashed.""",
    "cruise": """Cruise season opens in Vladivostok
The first liner of the year, the Ocean Camellia (IMO 9990873), called at Vladivostok on Saturday with 1,100 passengers from Busan. Russian customs officers cleared them in two hours.
The ship left for Otaru the next morning and will return in June. Passengers visited the fortress, with its guns and a submarine, and bought amber. A brass band of the Pacific Fleet played as she moored.
Tour firms expect 40 calls this year. Captain Hiroshi Tanabe received a plaque from the mayor. "We have been coming since 2011," he said.""",
    "chess": """Siege of the queenside
The Ukrainian grandmaster sent his rook to the seventh rank, captured two pawns and attacked the king. His Russian rival, who had moved his troops to the other wing, denied him the square d5.
Black's artillery, two bishops and a queen, fired along the diagonals. White seized the centre in twelve moves and took the city, as the old masters said. The arbiter met both players after the game.
The prize of $40,000 was paid in Budapest on Monday. The next round will be played in Minsk in May, and the winner will visit Moscow. A motion on the resolution of ties was withdrawn.""",
    "shipsale": """Sale and purchase
The VLCC Cape Halcyon (IMO 9990897), built in 2009, was sold for $41 million to undisclosed buyers. The aframax tanker Sierra Vale (IMO 9990902) changed hands for $28 million; her new owner renamed her Vale Star and registered her in Liberia.
Three container feeders went to Vietnamese interests, and the bulker Loch Arran (IMO 9990914) was delivered to a breaker in Alang. AIS data show that 61 ships were sold for scrap in the quarter.
Yards in Ulsan received orders for nine tankers. The freight index rose to 1,640 points. Brokers report that one owner bought two sisters from a bank.""",
    "studio": """Shooting starts on 'The Sixth Tanker'
The Danish director Mads Lind has begun work on a thriller in which a North Korean captain, played by Park Ji-ho, switches off his transponder and hands over 9,000 tonnes of oil at night. The Sea Falcon, a real coaster, was hired in Esbjerg for the film and repainted twice.
Smugglers, soldiers and a missile turn up in the last reel. The producers paid 4 million kroner for a tank in Malta. Actors trained with the navy for a week.
The premiere is planned for the Berlin festival.""",
    "crypto": """Bitcoin slips as traders take profits
Bitcoin fell 3 per cent to $91,200 on Thursday and ether lost 5 per cent. Funds took out $480 million in the week. An exchange in Seoul said that withdrawals had been halted for two hours while a wallet was moved.
A miner in Texas sold 1,200 coins and paid back a loan. A rival from Kazakhstan bought 4,000 machines from a maker in Shenzhen; they will be delivered in May.
Analysts said that a move above $95,000 was possible. The firm Coinmoor denied that it was seeking a buyer.""",
    "coins": """A sailor's letters
For sale: 14 letters that stoker Ivan Klimov sent from Vladivostok to his sister in Odessa in 1904 and 1905, two of them from aboard a prize captured by the Japanese. The cruiser was sunk with 300 men; he was taken to Matsuyama and sent home after the peace.
With them go a cap ribbon, a shell splinter, and a receipt for 20 roubles paid to a tailor in Nagasaki. The lot was bought in Kyiv in 1996.
Estimate: £800 to £1,200. The house has received three bids.""",
    "police": """Village notes
Police stopped a lorry on the A44 on Tuesday and seized 400 cartons of cigarettes. The driver, who had come from Minsk by way of Calais, said that he had been paid 500 euros. He was released on Thursday.
A dinghy was stolen from the slip. The coastguard searched for two canoeists who had lost their phones, and found them on the island. Mrs Hale received a letter from her pen friend in Kyiv, which had taken five weeks.
The bus to Hereford no longer calls at Eye. The parish hall's boiler was sold for scrap and fetched £90.""",
}

ON_THE_MATTER = {
    "no State is named, but ships hide": """Night boarding off Fujairah
The tanker Corvus Gale (IMO 9990952) switched off her transponder at 2140 on 3 March and did not report a position for 31 hours. A patrol aircraft found her alongside a second tanker, the Lotus Ember (IMO 9990964), whose name had been painted over. Two hoses were rigged between them.
The coast guard boarded both ships on 5 March. The master admitted that 22,000 tonnes of fuel oil had been pumped to the other ship. The bill of lading gave Basra as the port of loading; the crew's phones said otherwise.
Her owner, Marlin Crest Ltd, was put under sanctions by the United Kingdom in January.""",
    "no State is named, but goods are under control": """Prosecutors in Turin have charged two brothers with exporting gyroscopes without a licence. Between 2022 and 2024 their firm, Aeronav Srl, sold 48 gyroscopes to a trader in Almaty, who passed them on. The devices steer missiles, and are dual-use goods under European law.
The brothers deny it. "We sold pumps," one of them said. Customs officers seized a further 12 gyroscopes at Malpensa in May, which had been declared as hydraulic parts. A bank in Dubai paid €1.3 million into the firm's account.
The trader could not be reached. His company was founded three weeks before the first order and has since been struck off.""",
    "no State is named, but coins are stolen and laundered": """Exchange says hackers took $41 million
The exchange Pelagic said on Monday that hackers had drained $41 million in ether from its hot wallet on Saturday night. Within six hours $18 million had been moved through a mixer and laundered into bitcoin.
Investigators at Chainward attributed the theft to a group that they call Silent Heron. It had taken $9 million from a bridge in March. The thieves used a forged job offer.
Pelagic has frozen withdrawals, and has asked three other exchanges to block the addresses. "We will make everyone whole," its head, Ana Prado, said.""",
}


@pytest.mark.parametrize("kind", BESIDE)
def test_a_text_on_something_else_gives_no_claim(kind: str) -> None:
    assert events(BESIDE[kind]) == []


@pytest.mark.parametrize("kind", ON_THE_MATTER)
def test_a_text_on_the_matter_is_read_whoever_it_names(kind: str) -> None:
    assert len(claims(ON_THE_MATTER[kind])) >= 2


def test_one_word_of_leisure_takes_no_text_off_the_matter() -> None:
    text = "The museum was closed that morning. North Korea sent 3,000 soldiers to Russia in May."
    assert events(text) == ["deploy.personnel"]


def test_the_same_deed_is_read_beside_signs_of_the_matter_and_not_without_them() -> None:
    deed = "The Nordic Plover (IMO 9990823) met another tanker off Skagen and pumped 9,000 tonnes of fuel oil into it. "
    filler = "The weather was fair and the crew had drilled for it all winter. " * 8
    assert events(deed + filler) == []
    assert events(deed + "Her transponder was off and her owner is under sanctions. " + filler) != []

import { type CompanyWords, distinct, foundedStems, pairedStems } from '../company-names.ts';
import { KNOWN_BRANDS } from '../known-brands.ts';
import type { PeopleWords } from '../person-names.ts';
import { latinWords } from '../word.ts';

export const PEOPLE: PeopleWords = {
  custom: 'first-last',
  feminine: latinWords(`
    Sarah Emily Jessica Laura Rachel Hannah Megan Rebecca Claire Amy Nicole Katie Olivia Emma Lauren Priya Anna Kate Natalie Heather Michelle
    Sophie Charlotte Alison Julia Helen Erin Grace Victoria Joanna Aisha Monica Tara Leah Bethany Caroline Diane Fiona Gemma Holly Imani Jade
    Karen Kerry Lucy Lydia Maya Molly Nadia Naomi Paige Penny Renee Rosie Ruth Shannon Simone Stacey Tanya Tessa Vanessa Wendy Zoe Anjali
    Deborah Denise Eleanor Freya Ingrid Keisha Lakshmi Maeve Marta Mei Niamh Nkechi Rosalind Samira Siobhan Yasmin Yuki Abigail Beatrice Cora
    Daphne Edith Faith Gwen Harriet Iris Josephine`),
  masculine: latinWords(`
    David James Michael Daniel Matthew Andrew Tom Chris Mark Ben Robert John Paul Adam Ryan Jack Sam Alex Steven Kevin Brian Peter Luke Nick
    Joshua Jason Eric Simon Richard Stuart Tim Patrick Sean Oliver Harry George Raj Marcus Aaron Neil Omar Jonathan Ian Craig Gary Greg
    Scott Philip Martin Colin Darren Dean Derek Dominic Douglas Duncan Edward Elliot Ethan Felix Finn Gareth Graham Hassan Henry Hugh Isaac
    Ivan Jamal Jerome Joel Keith Kwame Lewis Liam Malik Mateo Max Miles Nathan Noah Oscar Owen Ravi Rory Rupert Russell Sanjay Tariq Theo
    Trevor Tyler Victor Vikram Warren Wesley Yusuf Zachary`),
  last: latinWords(`
    Smith Johnson Williams Brown Jones Taylor Davies Wilson Evans Thomas Roberts Walker Wright Robinson Thompson White Hughes Edwards Green
    Hall Wood Harris Lewis Martin Jackson Clarke Clark Turner Hill Cooper Ward Morris Moore King Baker Harrison Morgan Patel Allen James
    Scott Phillips Watson Davis Parker Price Bennett Young Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw Murphy
    Miller Cox Khan Richards Marshall Anderson Simpson Ellis Adams Singh Begum Wilkinson Foster Chapman Powell Webb Rogers Gray Mason Ali
    Hunt Hussain Campbell Matthews Owen Palmer Holmes Mills Barnes Knight Lloyd Butler Russell Barker Fisher Stevens Jenkins Murray Dixon
    Harvey Graham Pearson Ahmed Fletcher Walsh Kaur Gibson Howard Andrews Stewart Elliott Reynolds Saunders Payne Fox Ford Pearce Day Brooks
    West Lawrence Cole Atkinson Bradley Spencer Gill Dawson Watts Burton O'Brien Wells Rose Perry Hart Francis Hamilton Burke Dean Boyle
    Nguyen Chen Garcia Okafor Novak Kowalski Schmidt Larsen Iyer Mensah Moreau Rossi Haddad Tanaka O'Connor McKenzie Whitfield Ashworth
    Thackeray Pemberton Goodwin Hargreaves Lindqvist Abernathy Castellano Delgado Farrell Gallagher Holloway Ingram Jarvis Kirby Lockwood`),
};

const FOUNDERS = latinWords(`
  Harlow Penrose Whitlock Ashdown Tilbury Calder Merrow Ferris Haverill Stroud Kendrick Langley Mosley Norcott Oakham Pelham Quennell Radley
  Selby Tarrant Underhill Varley Wexcombe Yardley Aldous Brackley Crowther Dunmore Eastlake Fenwick Garside Hexham Ibbotson Jessop Kilbride
  Lomax Marlowe Nettleton Orford Prescott Ridley Sefton Thurlow Upton Wadsworth Birchall Chilcott Dacre Egerton Farrow`);

const FRONTS = latinWords(`
  Alder Amber Ash Aspen Barley Beacon Birch Bramble Briar Bright Brook Cedar Chalk Clay Cliff Clover Cobble Copper Coral Crane Dale Dawn
  Drift Dune East Elder Elm Ember Fair Falcon Fallow Fern Finch Flint Fox Frost Gale Glen Gorse Granite Harrow Harvest Hawk Hazel Heather
  Heron Hollow Holm Ivy Juniper Kestrel Lantern Larch Lark Laurel Linden Maple Marble Marsh Meadow Mist Moss North Oak Orchard Osprey Otter
  Pebble Pine Plover Quarry Quill Raven Reed Rowan Rush Sable Saddle Sage Sand Sedge Shale Slate Spruce Starling Stone Swift Tarn Thistle
  Thorn Timber Walnut Warren West Willow Winter Wren Yarrow`);

const BACKS = latinWords(`
  barrow beck bend bridge bury combe court cove croft dale fell field ford forge gate grove hall ham harbor haven hurst keep lea leigh ley
  low march mark mead mere moor mont point port ridge rise shaw shore spire stead stow ton vale wall ward wharf wick wold worth yard`);

export const COMPANIES: CompanyWords = {
  stems: distinct([...pairedStems(FRONTS, BACKS, KNOWN_BRANDS), ...foundedStems(FOUNDERS, '&')]),
  trades: {
    manufacturing: latinWords('Manufacturing Fabrication Components Precision Tooling Packaging Plastics Castings'),
    logistics: latinWords('Logistics Freight Haulage Couriers Warehousing Distribution Shipping'),
    retail: latinWords('Stores Homeware Outfitters Foods Hardware Garden_Centers Markets'),
    health: latinWords('Health Care Clinics Medical Home_Care Diagnostics Dental'),
    education: latinWords('Academy Learning Schools College Training Tutors'),
    construction: latinWords('Builders Construction Roofing Civil_Works Interiors Scaffolding Electrical'),
    professional_services: latinWords('Consulting Surveyors Partners Advisory Inspections Engineers'),
    hospitality: latinWords('Hotels Catering Restaurants Events Resorts Inns'),
    energy: latinWords('Energy Solar Power Utilities Heating Wind'),
    media: latinWords('Media Studios Outdoor Publishing Broadcast Print'),
    finance: latinWords('Insurance Claims Leasing Mutual Brokers Lending'),
    public_sector: latinWords('Housing_Trust Water_Board District_Council Parks_Authority Transit Port_Authority'),
  },
  towns: latinWords(`
    Leeds Bristol Austin Denver Portland Halifax Dublin Perth Boise Tulsa Omaha Reno Norwich Exeter Cardiff Dundee Cork Galway Tampa Raleigh
    Madison Toledo Fresno Tucson Spokane Calgary Ottawa Brisbane Hobart Auckland Derby Preston Swansea Inverness Albany Buffalo Savannah
    Memphis Dayton Knoxville Lincoln Durham Plymouth Aberdeen Belfast Adelaide Wellington Darwin`),
  endings: ['com', 'com', 'com', 'io', 'co', 'net'],
  compose: (draw, { stem, trade, town, shared }) => {
    const legal = draw.pick(['', '', '', '', ' Ltd', ' Inc.', ' Group', ' LLC']);
    if (!shared) return draw.int(8) === 0 ? `${stem} ${trade} of ${town}` : `${stem} ${trade}${legal}`;
    return draw.pick([`${stem} ${trade} ${town}`, `${stem} ${town}${legal}`, `${stem} ${trade} of ${town}`]);
  },
};

const REPLICATES = 'Kott (2001), Journal of Official Statistics 17(4), 521-526';
const SHARES = 'Wilson (1927), JASA 22(158), 209-212';
const DIFFERENCES = 'Newcombe (1998), Statistics in Medicine 17, 873-890';
const PARTS = 'Zou & Donner (2008), Statistics in Medicine 27, 1693-1702';
const STANDARDISED = 'Miettinen (1972), American Journal of Epidemiology 96(6), 383-388';
const RATES =
  'Garwood (1936), Biometrika 28, 437-442; Rothman & Greenland (1998), Modern Epidemiology, 2nd ed., ch. 14';
const MANY_QUESTIONS = 'Benjamini & Hochberg (1995), JRSS B 57(1), 289-300';
const SURVIVAL = 'Kaplan & Meier (1958), JASA 53, 457-481';
const MONTHS_AT_RISK = 'Singer & Willett (1993), Journal of Educational Statistics 18(2), 155-195';
const LOGISTIC = 'Cox (1958), JRSS B 20(2), 215-242; Heinze & Schemper (2002), Statistics in Medicine 21, 2409-2419';
const SHAPLEY = 'Shapley (1953), Contributions to the Theory of Games II, 307-317';

/** Where the method of a check was read; empty where only counts and sums are made. Names and places, the same in every language. */
export const METHOD_SOURCES: Readonly<Record<string, readonly string[]>> = {
  'after-sales-neglect': [REPLICATES, SHARES, DIFFERENCES, PARTS],
  'bait-offer': [REPLICATES, SURVIVAL, STANDARDISED, MANY_QUESTIONS],
  'base-value': [REPLICATES, 'Kakwani, Wagstaff & van Doorslaer (1997), Journal of Econometrics 77, 87-103 (Gini)'],
  'care-coverage': [REPLICATES, STANDARDISED, DIFFERENCES, 'Hsu (1981), Annals of Statistics 9(5), 1026-1034'],
  'contact-drought': [REPLICATES, SHARES, STANDARDISED, SURVIVAL],
  'contact-person-change': [REPLICATES, LOGISTIC, MONTHS_AT_RISK],
  'courtship-drop': [REPLICATES, RATES, PARTS],
  'customer-carousel': [
    SURVIVAL,
    'Aalen & Johansen (1978), Scandinavian Journal of Statistics 5, 141-150',
    'Brookmeyer & Crowley (1982), Biometrics 38, 29-41',
    RATES,
    MANY_QUESTIONS,
  ],
  'data-readiness': [],
  'flight-radar': [
    MONTHS_AT_RISK,
    LOGISTIC,
    SHAPLEY,
    'Land, Vogel & Gefeller (2001), Statistical Methods in Medical Research 10(3), 217-230',
    REPLICATES,
  ],
  'four-loyalties': [
    'Maydeu-Olivares, Coffman & Hartmann (2007), Psychological Methods 12(2), 157-176',
    LOGISTIC,
    REPLICATES,
  ],
  'loyalty-penalty': [REPLICATES, 'Wooldridge (2010), Econometric Analysis, 2nd ed., section 10.5'],
  'moments-of-truth': [
    'Brandt (1987), in Surprenant (ed.), Add Value to Your Service, 61-65',
    'Breslow & Day (1975), Journal of Chronic Diseases 28, 289-303',
    'Morris (1983), JASA 78, 47-55',
    MANY_QUESTIONS,
    REPLICATES,
  ],
  'nag-premium': [
    STANDARDISED,
    'Frome (1983), Biometrics 39(3), 665-674',
    'Angrist & Imbens (1995), JASA 90(430), 431-442; Anderson & Rubin (1949), Annals of Mathematical Statistics 20, 46-63',
    REPLICATES,
  ],
  'network-contagion': [
    'Mantel & Haenszel (1959), Journal of the National Cancer Institute 22(4), 719-748',
    'Aral, Muchnik & Sundararajan (2009), PNAS 106(51), 21544-21549',
    REPLICATES,
  ],
  'offer-lockout': [],
  'price-walking': [REPLICATES],
  'promise-gap': [SHARES, STANDARDISED, REPLICATES],
  'public-voice': [SHARES, REPLICATES],
  recommendation: ['Rocks (2016), The American Statistician 70(4), 365-372', RATES, STANDARDISED, REPLICATES],
  'reward-effect': [
    DIFFERENCES,
    'Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 3rd ed., equation 4.14',
    REPLICATES,
  ],
  'rule-corset': [SHARES, 'Christiansen & Morris (1997), JASA 92, 618-632', MANY_QUESTIONS],
  'silent-overpayment': ['Hausman, Hall & Griliches (1984), Econometrica 52(4), 909-938', DIFFERENCES, REPLICATES],
  'spend-imbalance': [],
  'staff-disparity': [RATES, REPLICATES],
  'unresolved-cases': [SHARES, DIFFERENCES, STANDARDISED, REPLICATES],
  'value-gradient': ['Erreygers (2009), Journal of Health Economics 28, 504-515', REPLICATES],
  'wait-gap': [
    SURVIVAL,
    'Murray & Tsiatis (1996), Biometrics 52, 137-151; Makuch (1982), Journal of Chronic Diseases 35, 437-443',
    PARTS,
    REPLICATES,
  ],
};

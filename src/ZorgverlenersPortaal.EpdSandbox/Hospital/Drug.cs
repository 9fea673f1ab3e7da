namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>A medicine with its ATC code and the usual instruction.</summary>
internal sealed record Drug(string Id, string Atc, string Name, string Dosage)
{
    public static readonly Drug[] All =
    [
        new("med-furosemide", "C03CA01", "FUROSEMIDE TABLET 40MG", "1 maal per dag 1 stuk, oraal"),
        new("med-metoprolol", "C07AB02", "METOPROLOL TABLET MGA 50MG", "1 maal per dag 1 stuk, oraal"),
        new("med-apixaban", "B01AF02", "APIXABAN TABLET 5MG", "2 maal per dag 1 stuk, oraal"),
        new("med-metformine", "A10BA02", "METFORMINE TABLET 500MG", "3 maal per dag 1 stuk bij de maaltijd, oraal"),
        new(
            "med-pantoprazol",
            "A02BC02",
            "PANTOPRAZOL TABLET MSR 40MG",
            "1 maal per dag 1 stuk voor het ontbijt, oraal"),
        new("med-paracetamol", "N02BE01", "PARACETAMOL TABLET 500MG", "zo nodig 4 maal per dag 2 stuks, oraal"),
        new(
            "med-amoxicilline",
            "J01CR02",
            "AMOXICILLINE/CLAVULAANZUUR TABLET 500/125MG",
            "3 maal per dag 1 stuk, oraal"),
        new("med-prednisolon", "H02AB06", "PREDNISOLON TABLET 5MG", "1 maal per dag 6 stuks, oraal"),
        new("med-morfine", "N02AA01", "MORFINE INJVLST 10MG/ML", "zo nodig 4 maal per dag 2,5 mg, subcutaan"),
    ];
}

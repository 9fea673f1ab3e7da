using System.Collections.Frozen;

namespace ZorgverlenersPortaal.Portal.Pages.Inloggen;

/// <summary>The UZI role codes in words (CPS annex 3; uzi.md §2). Dutch.</summary>
public static class RoleNames
{
    private const string Doctors =
        "01.000 arts|01.002 allergoloog|01.003 anesthesioloog|01.004 apotheekhoudende huisarts|01.008 bedrijfsarts|01.010 cardioloog|"
        + "01.011 cardiothoracaal chirurg|01.012 dermatoloog|01.013 MDL-arts|01.014 chirurg|01.015 huisarts|01.016 internist|01.018 KNO-arts|"
        + "01.019 kinderarts|01.020 arts klinische chemie|01.021 klinisch geneticus|01.022 klinisch geriater|01.023 longarts|01.024 arts-microbioloog|"
        + "01.025 neurochirurg|01.026 neuroloog|01.030 nucleair geneeskundige|01.031 oogarts|01.032 orthopedisch chirurg|01.033 patholoog|"
        + "01.034 plastisch chirurg|01.035 psychiater|01.039 radioloog|01.040 radiotherapeut|01.041 reumatoloog|01.042 revalidatiearts|01.045 uroloog|"
        + "01.046 gynaecoloog|01.047 specialist ouderengeneeskunde|01.048 verzekeringsarts|01.050 zenuwarts|01.055 arts maatschappij en gezondheid|"
        + "01.056 arts voor verstandelijk gehandicapten|01.062 internist-allergoloog|01.070 jeugdarts|01.071 spoedeisendehulparts|01.074 sportarts";

    private const string Others =
        "02.000 tandarts|02.053 orthodontist|02.054 kaakchirurg|03.000 verloskundige|04.000 fysiotherapeut|16.000 psychotherapeut|17.000 apotheker|"
        + "17.060 ziekenhuisapotheker|17.075 openbaar apotheker|25.000 GZ-psycholoog|25.061 klinisch psycholoog|25.063 klinisch neuropsycholoog|"
        + "30.000 verpleegkundige|31.000 orthopedagoog-generalist|81.000 physician assistant|00.000 geen";

    // Of a code that is not in the list, its first part still says which profession it is.
    private static readonly FrozenDictionary<string, string> _professions = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["01"] = "arts",
        ["02"] = "tandarts",
        ["03"] = "verloskundige",
        ["04"] = "fysiotherapeut",
        ["16"] = "psychotherapeut",
        ["17"] = "apotheker",
        ["25"] = "psycholoog",
        ["30"] = "verpleegkundige",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> _names = $"{Doctors}|{Others}".Split('|')
        .ToFrozenDictionary(entry => entry[..6], entry => entry[7..], StringComparer.Ordinal);

    /// <summary>"huisarts (01.015)"; a code that is not known keeps its profession where that can be told.</summary>
    public static string Of(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var name = _names.GetValueOrDefault(code) ?? (code.Length > 2 ? _professions.GetValueOrDefault(code[..2]) : null) ?? "onbekend beroep";
        return $"{name} ({code})";
    }
}

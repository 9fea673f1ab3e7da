namespace ZorgverlenersPortaal.Uzi;

/// <summary>
/// The cards CIBG issues (CPS 10.3 tables 4, 7, 8 and 10) and their test twins, seen on genuine test cards.
/// </summary>
public static class UziCardRules
{
    private const string ProductionOid = "2.16.528.1.1003.1.3.5.5.";
    private const string ProductionPolicy = "2.16.528.1.1003.1.2.";
    private const string TestOid = TestArc + "99.";

    /// <summary>Everything under this arc is a test, whoever signed it.</summary>
    internal const string TestArc = "2.16.528.1.1007.";

    /// <summary>Every test CA's common name begins so.</summary>
    internal const string TestName = "TEST ";

    public static IReadOnlyList<UziCardRule> Production { get; } =
    [
        new(ProductionOid + "2", UziCardType.CareProvider,
            "UZI-register Zorgverlener CA G3", [ProductionPolicy + "5.1"], false),
        new(ProductionOid + "3", UziCardType.NamedEmployee,
            "UZI-register Medewerker op naam CA G3", [ProductionPolicy + "5.1"], false),
        new(ProductionOid + "4", UziCardType.UnnamedEmployee,
            "UZI-register Medewerker niet op naam CA G3", [ProductionPolicy + "5.4"], false),
        new(ProductionOid + "5", UziCardType.Server,
            "UZI-register Private Server CA G1", [ProductionPolicy + "8.6"], false),
    ];

    /// <summary>
    /// Test policies of M and S are not known; their rules ask for none, and both types are refused anyway.
    /// </summary>
    public static IReadOnlyList<UziCardRule> Test { get; } =
    [
        new(TestOid + "217", UziCardType.CareProvider,
            "TEST UZI-register Zorgverlener CA G3", [TestOid + "211"], true),
        new(TestOid + "218", UziCardType.NamedEmployee,
            "TEST UZI-register Medewerker op naam CA G3", [TestOid + "211"], true),
        new(TestOid + "219", UziCardType.UnnamedEmployee,
            "TEST UZI-register Medewerker niet op naam CA G3", [], true),
        new(TestOid + "2110", UziCardType.Server,
            "TEST UZI-register Private Server CA G1", [], true),
    ];
}

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

    /// <summary>
    /// GP, dispensing GP, elderly-care physician, physician for the intellectually disabled, and the physician whose card says no
    /// more than that (01.000; uzi.md §2). The last one is let in only with an account that says which of these he is.
    /// </summary>
    public static IReadOnlyList<string> DefaultRoles { get; } = ["01.015", "01.004", "01.047", "01.056", "01.000"];

    /// <summary>The only role of a medewerkerpas op naam; let in only with an account of the hospital's own staff.</summary>
    public static IReadOnlyList<string> EmployeeRoles { get; } = ["00.000"];

    public static IReadOnlyList<UziCardRule> Production { get; } =
    [
        Rule(ProductionOid + "2", UziCardType.CareProvider, "UZI-register Zorgverlener CA G3", ProductionPolicy + "5.1"),
        Rule(ProductionOid + "3", UziCardType.NamedEmployee, "UZI-register Medewerker op naam CA G3", ProductionPolicy + "5.1"),
        Rule(ProductionOid + "4", UziCardType.UnnamedEmployee, "UZI-register Medewerker niet op naam CA G3", ProductionPolicy + "5.4"),
        Rule(ProductionOid + "5", UziCardType.Server, "UZI-register Private Server CA G1", ProductionPolicy + "8.6"),
    ];

    /// <summary>
    /// Test policies of M and S are not known; their rules ask for none, and both types are refused anyway.
    /// </summary>
    public static IReadOnlyList<UziCardRule> Test { get; } =
    [
        Rule(TestOid + "217", UziCardType.CareProvider, "TEST UZI-register Zorgverlener CA G3", TestOid + "211"),
        Rule(TestOid + "218", UziCardType.NamedEmployee, "TEST UZI-register Medewerker op naam CA G3", TestOid + "211"),
        Rule(TestOid + "219", UziCardType.UnnamedEmployee, "TEST UZI-register Medewerker niet op naam CA G3"),
        Rule(TestOid + "2110", UziCardType.Server, "TEST UZI-register Private Server CA G1"),
    ];

    // Nobody goes in with a card alone: the account decides who goes in with which.
    private static UziCardRule Rule(string caOid, UziCardType type, string issuer, params string[] policies) => new()
    {
        CaOid = caOid,
        CardType = type,
        Issuer = issuer,
        Policies = policies,
        Roles = type switch
        {
            UziCardType.CareProvider => DefaultRoles,
            UziCardType.NamedEmployee => EmployeeRoles,
            UziCardType.UnnamedEmployee or UziCardType.Server or UziCardType.None => [],
        },
    };
}

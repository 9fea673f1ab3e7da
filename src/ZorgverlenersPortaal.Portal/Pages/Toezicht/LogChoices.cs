using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>Bases and outcomes as an officer chooses and reads them. Dutch.</summary>
public static class LogChoices
{
    private static readonly IReadOnlyDictionary<string, string> _rules = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["own-patient"] = "Eigen patiënt",
        ["own-practice"] = "Eigen praktijk",
        ["care-team"] = "Behandelteam",
        ["residence"] = "Eigen instelling",
        ["ended-relation"] = "Relatie net voorbij",
        ["delegation"] = "Waarneming",
        ["emergency"] = "Noodprocedure",
        ["objection"] = "Bezwaar van de patiënt",
        ["role-matrix"] = "Rechten van de rol",
        ["restriction"] = "Afgeschermd",
        ["function"] = "Andere functie",
        ["handle"] = "Onbekend adres",
        ["letter"] = "Onbekende brief",
        ["withdrawn"] = "Toegang ingetrokken",
        ["review"] = "Toezicht",
        ["uzi-judgement"] = "UZI-pas",
        ["dezi"] = "Dezi",
    };

    /// <summary>What can be chosen, with the rules of decisions that each stands for.</summary>
    public static IReadOnlyList<(string Value, string Text, IReadOnlyList<string> Rules)> Bases { get; } =
    [
        ("eigen", "Eigen patiënt", ["own-patient", "own-practice", "care-team", "residence", "ended-relation"]),
        ("waarneming", "Waarneming", ["delegation"]),
        ("nood", "Noodprocedure", ["emergency"]),
        ("pas", "Inloggen", ["uzi-judgement", "dezi"]),
    ];

    /// <summary>What can be chosen.</summary>
    public static IReadOnlyList<AuditOutcome> Outcomes { get; } = [AuditOutcome.Success, AuditOutcome.Refused, AuditOutcome.Failed];

    /// <summary>"Gelukt".</summary>
    public static string Text(AuditOutcome outcome) => outcome switch
    {
        AuditOutcome.Success => "Gelukt",
        AuditOutcome.Refused => "Geweigerd",
        AuditOutcome.Failed => "Mislukt",
    };

    /// <summary>What a decision's rule is called; the rule itself where it has no name here.</summary>
    public static string Text(AuditDecision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return _rules.GetValueOrDefault(decision.Rule, decision.Rule);
    }
}

using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Review;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>Cases in words. Dutch.</summary>
public static class CaseText
{
    private static readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal)
    {
        ["emergency"] = "Elke noodprocedure wordt beoordeeld",
        ["gp-unresolved"] = "Huisarts van de patiënt niet bekend",
        [SampleReason] = "Door de loting gekozen",
        ["over-day"] = "Meer noodprocedures dan het aantal per dag",
    };

    /// <summary>Why there is a case of a look that was drawn and that no rule raised.</summary>
    public const string SampleReason = "sample";

    /// <summary>The verdicts to choose from.</summary>
    public static IReadOnlyList<Choice> Verdicts { get; } =
    [
        new(nameof(CaseVerdict.Lawful), Of(CaseVerdict.Lawful), "Reden en gebruik passen bij elkaar."),
        new(nameof(CaseVerdict.LawfulWithAdvice), Of(CaseVerdict.LawfulWithAdvice), "Schrijf in je reden wat er anders moet."),
        new(nameof(CaseVerdict.Breach), Of(CaseVerdict.Breach), "Een tweede officer moet dit bevestigen. Meld het daarna aan de functionaris gegevensbescherming."),
    ];

    /// <summary>What a second officer chooses from.</summary>
    public static IReadOnlyList<Choice> SecondVerdicts { get; } =
    [
        new(nameof(CaseStep.AgreeBreach), "Eens: onrechtmatig"),
        new(nameof(CaseStep.RejectBreach), "Niet eens", "De zaak moet opnieuw beoordeeld worden."),
    ];

    /// <summary>"Nieuw".</summary>
    public static string Of(CaseState state) => state switch
    {
        CaseState.New => "Nieuw",
        CaseState.Asked => "Vraag gesteld",
        CaseState.Explained => "Toegelicht",
        CaseState.BreachProposed => "Wacht op tweede officer",
        CaseState.Closed => "Rechtmatig",
        CaseState.Breach => "Onrechtmatig",
    };

    /// <summary>What has to happen next, and by whom.</summary>
    public static string Next(CaseState state) => state switch
    {
        CaseState.New => "Beoordeel, of vraag een toelichting",
        CaseState.Asked => "De zorgverlener antwoordt",
        CaseState.Explained => "Lees de toelichting en beoordeel",
        CaseState.BreachProposed => "Een andere officer bevestigt of wijst af",
        CaseState.Closed or CaseState.Breach => "Niets meer",
    };

    /// <summary>Colour of a state.</summary>
    public static string Colour(CaseState state) => state switch
    {
        CaseState.New or CaseState.Asked or CaseState.Explained => "zvp-label--line",
        CaseState.BreachProposed => "zvp-label--warn",
        CaseState.Closed => "zvp-label--ok",
        CaseState.Breach => "zvp-label--danger",
    };

    /// <summary>Where a case comes from.</summary>
    public static string Of(CaseOrigin origin) => origin switch
    {
        CaseOrigin.Emergency => "Noodprocedure",
        CaseOrigin.Officer => "Officer",
        CaseOrigin.Patient => "Vraag van patiënt",
        CaseOrigin.Rule => "Regel",
        CaseOrigin.Sample => "Steekproef",
    };

    /// <summary>A scope of the queue.</summary>
    public static string Of(CaseScope scope) => scope switch
    {
        CaseScope.Open => "Open",
        CaseScope.Overdue => "Te laat",
        CaseScope.New => Of(CaseState.New),
        CaseScope.Asked => Of(CaseState.Asked),
        CaseScope.Explained => Of(CaseState.Explained),
        CaseScope.BreachProposed => Of(CaseState.BreachProposed),
        CaseScope.Closed => Of(CaseState.Closed),
        CaseScope.Breach => Of(CaseState.Breach),
    };

    /// <summary>What was done.</summary>
    public static string Of(CaseStep step) => step switch
    {
        CaseStep.Ask => "Toelichting gevraagd",
        CaseStep.Answer => "Vraag beantwoord",
        CaseStep.Account => "Noodprocedure verantwoord",
        CaseStep.Close => "Rechtmatig geoordeeld",
        CaseStep.ProposeBreach => "Onrechtmatig voorgesteld",
        CaseStep.AgreeBreach => "Onrechtmatig bevestigd",
        CaseStep.RejectBreach => "Voorstel afgewezen",
        CaseStep.Reopen => "Heropend",
    };

    /// <summary>A verdict.</summary>
    public static string Of(CaseVerdict verdict) => verdict switch
    {
        CaseVerdict.Lawful => "Rechtmatig",
        CaseVerdict.LawfulWithAdvice => "Rechtmatig, met een aandachtspunt",
        CaseVerdict.Breach => "Onrechtmatig",
    };

    /// <summary>What became of a piece of evidence.</summary>
    public static string Of(EvidenceState state) => state switch
    {
        EvidenceState.AsItWas => "Zoals het was",
        EvidenceState.Changed => "Gewijzigd",
        EvidenceState.Gone => "Niet te vinden",
    };

    /// <summary>Why there is a case: a code in words, or the words themselves.</summary>
    public static string Reason(string reason) => _reasons.GetValueOrDefault(reason) ?? ReviewText.Rule(reason) ?? reason;
}

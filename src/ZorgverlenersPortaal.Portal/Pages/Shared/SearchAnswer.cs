using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.EmergencyAccess;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>What a search that opened nothing tells: the same words for everybody who was not found (R16), always with a telephone number.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Text">What to do.</param>
/// <param name="Code">Stable code for the help desk.</param>
public sealed record SearchAnswer(string Title, string Text, string Code)
{
    /// <summary>The words for a form of the emergency procedure.</summary>
    public static SearchAnswer Of(EmergencyAnswer answer, EmergencyOptions options)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(options);
        return answer.Outcome switch
        {
            EmergencyOutcome.SearchesStopped => new(
                "Zoeken is even dicht", FormattableString.Invariant($"Je hebt {options.SearchesPerQuarter} keer gezocht zonder iemand te vinden. Over 15 minuten kun je weer zoeken. Kan het niet wachten? Bel ons."), "ZVP-N02"),
            EmergencyOutcome.CallFirst => new(
                "Bel eerst het ziekenhuis", FormattableString.Invariant($"Je hebt vandaag al {options.PerDay} keer de noodprocedure gebruikt. Bel ons even. Kan het niet wachten? Vink dat aan onder de toelichting en ga verder."), "ZVP-N03"),
            EmergencyOutcome.EpdGone => new(
                "Zoeken lukt nu niet", (answer.Failure is { } failure ? EpdFailureText.For(failure, 0).Why + " " : "") + "Er is geen dossier geopend. Probeer het zo opnieuw. Kan het niet wachten? Bel ons.", "ZVP-E01"),
            EmergencyOutcome.NotFound or EmergencyOutcome.Opened or EmergencyOutcome.OpensNormally => new(
                "Geen dossier geopend", "Met deze gegevens openen we geen dossier. Controleer het nummer, de naam en de geboortedatum. Kloppen ze? Bel ons dan.", "ZVP-N01"),
        };
    }
}

using ZorgverlenersPortaal.Audit.Export;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The words of a line in a patient's overview: for somebody who knows neither the portal nor its codes. Dutch.</summary>
public static class OverviewText
{
    /// <summary>Who, or the portal itself.</summary>
    public static string Who(OverviewLine line) => Valid(line).Actor is { } actor ? actor.Name ?? "onbekend" : "het portaal zelf";

    /// <summary>The profession on the card; null when it is not known.</summary>
    public static string? Role(OverviewLine line) => CareRoles.OfCode(Valid(line).Actor?.RoleCode)?.Dutch() ?? line.Actor?.RoleCode;

    /// <summary>What was done; what was refused or failed says so.</summary>
    public static IReadOnlyList<string> Acts(OverviewLine line) => [.. Valid(line).Acts.Select(Act)];

    /// <summary>On what ground.</summary>
    public static string Ground(OverviewLine line) =>
        Valid(line).IsEmergency ? "Noodprocedure" : line.First.Record.Decision is { } decision ? LogChoices.Text(decision) : "geen";

    private static string Act(OverviewAct act)
    {
        var text = Enum.TryParse<DossierCategory>(act.Category, out var category) ? $"{EventText.Of(act.Event)}: {RightsText.Of(category)}" : EventText.Of(act.Event);
        return act.Outcome == Audit.AuditOutcome.Success ? text : $"{text} ({LogChoices.Text(act.Outcome)})";
    }

    private static OverviewLine Valid(OverviewLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line;
    }
}

using System.Globalization;
using ZorgverlenersPortaal.Audit.Export;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The words of a line in a report: for somebody who knows neither the portal nor its codes. Dutch.</summary>
public static class OverviewText
{
    /// <summary>The line's cells, one for each column of its report; the last is the reference.</summary>
    public static IReadOnlyList<OverviewCell> Cells(ReportShape shape, OverviewLine line)
    {
        var (first, more) = (Valid(line).First.Record, OverviewShapes.IsOfMany(shape));
        var time = Clock.Time(first.Time)[..5];
        return
        [
            new("Dag", Clock.Date(first.Time), [line.Until - first.Time < TimeSpan.FromMinutes(1) ? time : $"{time} tot {Clock.Time(line.Until)[..5]}"]),
            new("Wie", Who(line), Said(Role(line), line.Actor?.UziNumber is { } uzi && shape != ReportShape.Patient ? "UZI " + NumberText.Uzi(uzi) : null,
                line.Actor?.Ura is { } ura ? "organisatie " + ura : null, first.OnBehalfOf is { } other ? "namens " + other : null)),
            .. more ? [new OverviewCell("Patiënt", Patient(line), [])] : Array.Empty<OverviewCell>(),
            new("Wat", string.Join(", ", Acts(line)), shape == ReportShape.Patient || line.Records == 1 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{line.Records} regels van het log")]),
            new("Waarom", Ground(line), Said(line.Rule is { } rule ? "protocol " + rule : null, line.IsEmergency ? null : "geen noodprocedure")),
            new("Kenmerk", line.Reference, []),
        ];
    }

    /// <summary>Who, or the portal itself.</summary>
    public static string Who(OverviewLine line) => !Valid(line).First.IsReadable ? LogRow.Unreadable : line.Actor is { } actor ? actor.Name ?? "onbekend" : "het portaal zelf";

    /// <summary>The profession on the card; null when it is not known.</summary>
    public static string? Role(OverviewLine line) => CareRoles.OfCode(Valid(line).Actor?.RoleCode)?.Dutch() ?? line.Actor?.RoleCode;

    /// <summary>The patient by the EPD's number and the end of the BSN, or how many.</summary>
    public static string Patient(OverviewLine line) => Valid(line).Patients switch
    {
        [] => "geen",
        [{ EpdId.Length: > 0 } one] => $"{one.EpdId} ({LogRow.Masked(one)})",
        [var one] => LogRow.Masked(one),
        var many => string.Create(CultureInfo.InvariantCulture, $"{many.Count} patiënten"),
    };

    /// <summary>What was done; what was refused or failed says so.</summary>
    public static IReadOnlyList<string> Acts(OverviewLine line) => !Valid(line).First.IsReadable ? ["Deze regel van het log is niet te lezen"] : [.. line.Acts.Select(Act)];

    /// <summary>On what ground.</summary>
    public static string Ground(OverviewLine line) =>
        Valid(line).IsEmergency ? "Noodprocedure" : line.First.Record.Decision is { } decision ? LogChoices.Text(decision) : "geen";

    private static IReadOnlyList<string> Said(params string?[] parts) => [.. parts.OfType<string>()];

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

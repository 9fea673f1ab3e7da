using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Portal.Pages.Shared;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>The fields of one record as an officer reads them, in the order of NEN 7513: what, who, about whom, on what ground. Dutch.</summary>
public static class LogFields
{
    /// <summary>Those that hold something.</summary>
    public static IReadOnlyList<(string Name, string Value)> Of(LogRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!row.Stored.IsReadable)
        {
            return [("Regel", row.Place), ("Tijd volgens de kolom", $"{Clock.Date(row.Stored.Record.Time)} {Clock.Time(row.Stored.Record.Time)}"), ("Controlegetal", row.Stored.Hash)];
        }
        var (record, actor) = (row.Stored.Record, row.Stored.Record.Actor);
        (string Name, string? Value)[] all =
        [
            ("Gebeurtenis", string.Create(CultureInfo.InvariantCulture, $"{row.Event} ({(int)record.Event})")),
            ("Tijd", $"{Clock.Date(record.Time)} {Clock.Time(record.Time)}"),
            ("Resultaat", LogChoices.Text(record.Outcome)),
            ("Wie", row.Name),
            ("UZI-nummer", row.Number),
            ("Rol", actor?.RoleCode),
            ("AGB-code", actor?.Agb is { } agb ? NumberText.Agb(agb) : null),
            ("URA van de organisatie", actor?.Ura),
            ("Pas", actor?.CardSerial),
            ("Uitgever van de pas", actor?.CardIssuer),
            ("Sessie", actor?.SessionId),
            ("Netwerkadres", actor?.Address),
            ("Namens", record.OnBehalfOf),
            ("Patiënten", record.Patients.Count == 0 ? null : string.Join(", ", record.Patients.Select(Patient))),
            ("Grondslag", row.Basis),
            ("Besluit", record.Decision is { } decision ? $"{decision.Verdict}, {decision.ReasonCode}" : null),
            ("Doel", record.Purpose),
            ("Bijzonderheid", record.Detail),
            ("Aanvraag", record.RequestId),
            ("Incidentcode", record.Incident),
            ("Controlegetal", row.Stored.Hash),
        ];
        return [.. all.Where(field => field.Value is not null).Select(field => (field.Name, field.Value!))];
    }

    private static string Patient(AuditPatient patient) => patient.EpdId.Length == 0 ? LogRow.Masked(patient) : $"{patient.EpdId} ({LogRow.Masked(patient)})";
}

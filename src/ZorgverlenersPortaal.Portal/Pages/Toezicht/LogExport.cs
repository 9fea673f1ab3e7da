using System.Globalization;
using System.Text;
using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Portal.Pages.Toezicht;

/// <summary>
/// Records as CSV for a spreadsheet: semicolons and a byte order mark, as Dutch ones expect. No cell can become a formula (OWASP: CSV
/// injection), and of a patient it holds the EPD's number and the end of the BSN only.
/// </summary>
public static class LogExport
{
    private static readonly string[] _heads =
        ["Regel", "Tijd", "Gebeurtenis", "Onderdeel", "Resultaat", "Zorgverlener", "UZI-nummer", "Rol", "AGB", "Namens", "Patiënten", "Grondslag", "Reden", "Doel", "Bijzonderheid", "Aanvraag", "Incident", "Controlegetal"];

    /// <summary>The file: a line with heads, then one for each record.</summary>
    public static byte[] Csv(IEnumerable<StoredAuditRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        StringBuilder text = new();
        Line(text, _heads);
        foreach (var stored in records)
        {
            var (row, record) = (new LogRow(stored), stored.Record);
            Line(text,
            [
                row.Place, record.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture), EventText.Of(record.Event), record.Category,
                LogChoices.Text(record.Outcome), record.Actor?.Name, record.Actor?.UziNumber, record.Actor?.RoleCode, record.Actor?.Agb, record.OnBehalfOf,
                string.Join(", ", record.Patients.Select(patient => $"{patient.EpdId} ({LogRow.Masked(patient)})")),
                row.Basis, record.Decision?.ReasonCode, record.Purpose, record.Detail, record.RequestId, record.Incident, stored.Hash,
            ]);
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, IEnumerable<string?> cells) => text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string? value)
    {
        var safe = value is [var first, ..] && (first is '=' or '+' or '-' or '@' || char.IsControl(first)) ? "'" + value : value;
        return $"\"{safe?.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

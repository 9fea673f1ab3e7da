using System.Globalization;
using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>Writes what is about to be shown in the trail. Returning means durable (R2).</summary>
internal sealed class SectionRecorder(AuditTrail trail, TimeProvider clock)
{
    /// <summary>Throws <see cref="AuditUnavailableException"/> when it cannot be recorded; then nothing may be shown.</summary>
    public async Task RecordAsync<T>(PatientGrant grant, Section<T> section, AuditEventType shown) where T : class
    {
        await trail.AppendAsync(
            Record(grant, section.Failure is null ? shown : AuditEventType.SectionFailed) with
            {
                Outcome = section.Failure is null ? AuditOutcome.Success : AuditOutcome.Failed,
                Category = section.Category.ToString(),
                Resources = section.Resources,
                Detail = Detail(section),
            },
            CancellationToken.None);
        await RecordStrangersAsync(grant, section.Category, section.Strangers);
    }

    private static string? Detail<T>(Section<T> section) where T : class
    {
        var said = section.Failure?.ToString() ?? (section.IsIncomplete ? "incomplete" : null);
        var asOf = section.AsOf is { } moment ? "as-of:" + moment.UtcDateTime.ToString("s", CultureInfo.InvariantCulture) + "Z" : null;
        return asOf is null ? said : said is null ? asOf : $"{asOf} {said}";
    }

    /// <summary>A letter, or the document of a report, that is about to be streamed.</summary>
    public Task RecordLetterAsync(PatientGrant grant, DossierCategory category, IReadOnlyList<string> resources) => trail.AppendAsync(
        Record(grant, AuditEventType.LetterOpened) with { Category = category.ToString(), Resources = resources },
        CancellationToken.None);

    /// <summary>A page that is about to be sent for printing.</summary>
    public Task RecordPrintAsync(PatientGrant grant, string page) =>
        trail.AppendAsync(Record(grant, AuditEventType.RecordPrinted) with { Detail = page }, CancellationToken.None);

    /// <summary>A whole BSN that is about to be shown.</summary>
    public Task RecordBsnAsync(PatientGrant grant) => trail.AppendAsync(Record(grant, AuditEventType.BsnShown), CancellationToken.None);

    private async Task RecordStrangersAsync(PatientGrant grant, DossierCategory category, IReadOnlyList<string> strangers)
    {
        if (strangers.Count == 0)
        {
            return;
        }
        await trail.AppendAsync(
            Record(grant, AuditEventType.ForeignResourceDropped) with
            {
                Outcome = AuditOutcome.Failed,
                Category = category.ToString(),
                Resources = strangers,
            },
            CancellationToken.None);
    }

    private AuditRecord Record(PatientGrant grant, AuditEventType type) =>
        grant.Decision.Record(grant.Visit, type, AuditOutcome.Success, clock.GetUtcNow());
}

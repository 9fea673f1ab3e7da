using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>A section that is being fetched. It can be had only through its record.</summary>
/// <typeparam name="T">What the section shows.</typeparam>
public sealed class PendingSection<T> where T : class
{
    private readonly PatientGrant _grant;
    private readonly Task<Section<T>> _fetching;
    private readonly SectionRecorder _recorder;

    private readonly AuditEventType _shown;

    internal PendingSection(PatientGrant grant, Task<Section<T>> fetching, SectionRecorder recorder, AuditEventType shown = AuditEventType.SectionShown)
    {
        _shown = shown;
        _grant = grant;
        _fetching = fetching;
        _recorder = recorder;
    }

    /// <summary>The EPD has answered, or failed to: showing it waits for its record only.</summary>
    public bool IsFetched => _fetching.IsCompleted;

    /// <summary>
    /// The section, once its record is durable. Throws <see cref="AuditUnavailableException"/> when it cannot be recorded:
    /// then neither this nor any later section may be shown (DESIGN §3).
    /// </summary>
    public async Task<Section<T>> ShowAsync()
    {
        var section = await _fetching;
        if (!_grant.Categories.Contains(section.Category))
        {
            // Types serve several parts of a record: what is closed to this role goes no further, whatever was fetched for another part.
            section = new() { Category = section.Category, Failure = EpdFailure.ClosedToRole, FetchedAt = section.FetchedAt };
        }
        await _recorder.RecordAsync(_grant, section, _shown);
        return section;
    }
}

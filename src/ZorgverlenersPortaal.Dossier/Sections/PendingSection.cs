using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Access;
using ZorgverlenersPortaal.Dossier.Epd;

namespace ZorgverlenersPortaal.Dossier.Sections;

/// <summary>A section that is being fetched. It can be had only through its record.</summary>
/// <typeparam name="T">What the section shows.</typeparam>
public sealed class PendingSection<T> : SectionInTurn where T : class
{
    private readonly PatientGrant _grant;
    private readonly Task<Section<T>> _fetching;
    private readonly SectionRecorder _recorder;
    private readonly AuditEventType _shown;
    private Task<Section<T>>? _recorded;

    internal PendingSection(PatientGrant grant, Task<Section<T>> fetching, SectionRecorder recorder, AuditEventType shown = AuditEventType.SectionShown)
    {
        _shown = shown;
        _grant = grant;
        _fetching = fetching;
        _recorder = recorder;
    }

    /// <inheritdoc />
    public override bool IsFetched => _fetching.IsCompletedSuccessfully;

    /// <summary>
    /// The section, once its record is durable. Throws <see cref="AuditUnavailableException"/> when it cannot be recorded:
    /// then neither this nor any later section may be shown (DESIGN §3). Sections that lie ready behind it are recorded in the same
    /// breath: on a disk that takes milliseconds for each, a page would wait for them one by one.
    /// </summary>
    public async Task<Section<T>> ShowAsync()
    {
        // A fetch that throws was cut off with its page (a session that ended): nothing behind it is shown, or recorded as shown (R8).
        await _fetching;
        // Only now: begun before, its record would race with those behind it and the trail would not have the order of the page.
        Begin();
        for (var next = Next; next is { IsFetched: true }; next = next.Next)
        {
            next.Begin();
        }
        return await _recorded!;
    }

    internal override void Begin() => _recorded ??= RecordAsync();

    private async Task<Section<T>> RecordAsync()
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

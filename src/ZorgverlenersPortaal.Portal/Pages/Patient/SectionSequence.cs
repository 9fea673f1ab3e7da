using ZorgverlenersPortaal.Audit;
using ZorgverlenersPortaal.Dossier.Sections;

namespace ZorgverlenersPortaal.Portal.Pages.Patient;

/// <summary>
/// The sections of one page in the order they are sent. Each is recorded before its bytes; when that fails, it and
/// everything after it stays unsent (DESIGN §3).
/// </summary>
public sealed partial class SectionSequence(ILogger logger)
{
    /// <summary>No section may be sent any more.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>
    /// The next section; null when it was not asked for, or an earlier one could not be recorded: then leave it out altogether.
    /// </summary>
    public async Task<SectionView<T>?> NextAsync<T>(PendingSection<T>? pending) where T : class
    {
        if (IsStopped || pending is null)
        {
            return null;
        }
        try
        {
            return new() { Section = await pending.ShowAsync() };
        }
        catch (AuditUnavailableException e)
        {
            IsStopped = true;
            NotRecorded(logger, e);
            return new();
        }
    }

    [LoggerMessage(2201, LogLevel.Error, "A section could not be recorded and is not shown, nor is anything after it")]
    private static partial void NotRecorded(ILogger logger, Exception error);
}

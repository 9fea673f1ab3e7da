using ZorgverlenersPortaal.Dossier;

namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>What a channel tells, apart from the end of its session.</summary>
/// <param name="Events">What there is to tell now; asked at the opening and after every look at the session. Never anything of a patient.</param>
/// <param name="News">Ends when there is something to tell before the next look.</param>
/// <param name="Judged">Told at every look that the session still stands.</param>
internal sealed record ChannelContent(
    Func<IEnumerable<(string Name, string Data)>> Events, Func<CancellationToken, Task>? News = null, Action<CardVisit>? Judged = null);

using System.Threading.Channels;

namespace ZorgverlenersPortaal.Dossier.Sections.Live;

/// <summary>A page with a list on it that is being looked at. Disposed when nobody looks any more.</summary>
public sealed class ListViewer : IDisposable
{
    private readonly Channel<ListNews> _news = Channel.CreateUnbounded<ListNews>();
    private readonly CancellationTokenSource _left = new();
    private readonly Action<ListViewer> _leave;
    private readonly string? _version;
    private ListNews _told = ListNews.Same;
    private Visit _visit;
    private int _disposed;

    internal ListViewer(Visit visit, string scope, string? version, Action<ListViewer> leave) =>
        (_visit, Scope, _version, _leave, Left) = (visit, scope, version, leave, _left.Token);

    /// <summary>What there is to tell, each change once. Never completes.</summary>
    public ChannelReader<ListNews> News => _news.Reader;

    /// <summary>Which list, as <see cref="Epd.EpdGrant.Scope"/> says it.</summary>
    internal string Scope { get; }

    /// <summary>The visit as it was judged last: looks are made in its name.</summary>
    internal Visit Visit => Volatile.Read(ref _visit);

    /// <summary>Strangers' references that stand in the trail already, also of a look that found nothing else out. One look at a time.</summary>
    internal HashSet<string> Strangers { get; } = new(StringComparer.Ordinal);

    /// <summary>Nothing more needs to be found out for it.</summary>
    internal bool IsDone => _told == ListNews.Changed;

    internal CancellationToken Left { get; }

    /// <summary>The session was judged again and still stands.</summary>
    public void Judged(Visit visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        Volatile.Write(ref _visit, visit);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _leave(this);
            _left.Cancel();
            _left.Dispose();
        }
    }

    /// <summary>Tells what a look found; null: it found nothing out. Called by one watch, one look at a time.</summary>
    internal void Tell(string? version)
    {
        var news = version is null ? ListNews.Unknown : version == _version ? ListNews.Same : ListNews.Changed;
        if (!IsDone && news != _told)
        {
            _told = news;
            _news.Writer.TryWrite(news);
        }
    }
}

namespace ZorgverlenersPortaal.Dossier.Sections.Live;

/// <summary>
/// Watches one list for everybody at this node who has it on the screen: one look per turn, in the name of one of them. To
/// the others goes only whether the digest is still that of their page.
/// </summary>
internal sealed class ListWatch(ListLook look, TimeSpan interval, TimeProvider clock, Action<Exception> failed) : IDisposable
{
    /// <summary>Between two looks, however often the EPD calls.</summary>
    private static readonly TimeSpan _gap = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly List<ListViewer> _viewers = [];
    private TaskCompletionSource _woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ListState? _known;

    /// <summary>Adds a viewer; the first one starts it.</summary>
    public void Add(ListViewer viewer)
    {
        bool isFirst;
        lock (_gate)
        {
            _viewers.Add(viewer);
            isFirst = _viewers.Count == 1;
        }
        if (isFirst)
        {
            _ = RunAsync(_stop.Token);
        }
    }

    /// <summary>Takes a viewer out; true when nobody is left, and the watch is over.</summary>
    public bool Remove(ListViewer viewer)
    {
        lock (_gate)
        {
            _viewers.Remove(viewer);
            return _viewers.Count == 0;
        }
    }

    /// <summary>Something changed at the EPD: look as soon as the gap allows.</summary>
    public void Wake()
    {
        lock (_gate)
        {
            _woken.TrySetResult();
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await UntilDueAsync(stop);
                await TurnAsync(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody looks any more.
        }
    }

    private async Task UntilDueAsync(CancellationToken stop)
    {
        var since = clock.GetUtcNow();
        await UntilAsync(since + _gap, stop);
        Task woken;
        lock (_gate)
        {
            woken = _woken.Task;
        }
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Task.WhenAny(UntilAsync(since + interval, either.Token), woken);
        await either.CancelAsync();
        stop.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (_woken.Task.IsCompleted)
            {
                _woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    private async Task UntilAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        var left = moment - clock.GetUtcNow();
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, clock, cancellation);
        }
    }

    /// <summary>One look, unless every page knows already that it is out of date.</summary>
    private async Task TurnAsync(CancellationToken stop)
    {
        while (Undone() is { } viewer)
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, viewer.Left);
            ListState? state = null;
            try
            {
                state = await look.LookAsync(viewer, _known, either.Token);
            }
            catch (OperationCanceledException) when (viewer.Left.IsCancellationRequested && !stop.IsCancellationRequested)
            {
                // R8: not in the name of somebody who has gone. Another's turn.
                continue;
            }
            catch (Exception e) when (!stop.IsCancellationRequested)
            {
                failed(e);
            }
            _known = state ?? _known;
            foreach (var one in Everyone())
            {
                one.Tell(state?.Digest);
            }
            return;
        }
    }

    private ListViewer? Undone()
    {
        lock (_gate)
        {
            return _viewers.Find(viewer => !viewer.IsDone && !viewer.Left.IsCancellationRequested);
        }
    }

    private ListViewer[] Everyone()
    {
        lock (_gate)
        {
            return [.. _viewers];
        }
    }
}

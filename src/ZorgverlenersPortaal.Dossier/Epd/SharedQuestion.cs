namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>One question under way at the EPD, and how many wait for it. It is given up when the last of them has left.</summary>
internal sealed class SharedQuestion : IDisposable
{
    private readonly TaskCompletionSource<object> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _gone = new();
    private readonly Lock _ending = new();
    private bool _over;

    public SharedQuestion()
    {
        NobodyWaits = _gone.Token;
        // A failure that nobody is left to hear is no fault of the program.
        _ = _answer.Task.ContinueWith(
            static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    /// <summary>Guarded by the lock of <see cref="SharedQuestions"/>.</summary>
    public int Waiting { get; set; }

    public CancellationToken NobodyWaits { get; }

    public Task<object> Answer => _answer.Task;

    public void Give(object answer) => _answer.TrySetResult(answer);

    public void Fail(Exception error) => _answer.TrySetException(error);

    /// <summary>The cancelled request ends by itself; whoever hears it goes on elsewhere, not in the caller that left.</summary>
    public void GiveUp()
    {
        lock (_ending)
        {
            if (!_over)
            {
                _ = _gone.CancelAsync();
            }
        }
    }

    /// <summary>The request has ended; there is nothing left to give up.</summary>
    public void Dispose()
    {
        lock (_ending)
        {
            _over = true;
            _gone.Dispose();
        }
    }
}

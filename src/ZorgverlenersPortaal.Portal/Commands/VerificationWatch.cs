using ZorgverlenersPortaal.Audit;

namespace ZorgverlenersPortaal.Portal.Commands;

/// <summary>Says on stderr how far a long verification is, every few seconds; a short one says nothing.</summary>
internal sealed class VerificationWatch(TimeProvider clock) : IProgress<VerificationProgress>
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(3);

    private long _last = clock.GetTimestamp();

    public void Report(VerificationProgress value)
    {
        if (clock.GetElapsedTime(_last) < _pause)
        {
            return;
        }
        _last = clock.GetTimestamp();
        Console.Error.WriteLine(FormattableString.Invariant($"{value.Node}: {value.Verified} records verified so far"));
    }
}

using System.Security.Cryptography;

namespace ZorgverlenersPortaal.Audit.Shipping;

/// <summary>
/// How long to leave Elasticsearch alone after a fault: twice as long each time up to a ceiling, and of that a random part of the last
/// half, so that nodes do not come back together.
/// </summary>
internal sealed class Waits(TimeSpan longest)
{
    private const int MostDoublings = 20;
    private static readonly TimeSpan _first = TimeSpan.FromSeconds(1);
    private int _failures;

    /// <summary>The wait; null after a round without a fault.</summary>
    public TimeSpan? After(ShippingRound round)
    {
        // Some were taken: it is busy, not gone.
        _failures = round.Fault is null ? 0 : round.Stored > 0 ? 1 : Math.Min(_failures + 1, MostDoublings);
        if (_failures == 0)
        {
            return null;
        }

        var wait = TimeSpan.FromTicks(Math.Min(longest.Ticks, _first.Ticks << (_failures - 1)));
        return wait * (RandomNumberGenerator.GetInt32(500, 1001) / 1000.0);
    }
}

namespace ZorgverlenersPortaal.Benchmarks.Review;

/// <summary>Numbers that are the same for the same seed on every version of .NET (SplitMix64).</summary>
internal sealed class TownDice(int seed)
{
    private ulong _state = (ulong)seed;

    /// <summary>From 0, below this.</summary>
    public int Next(int below) => (int)(Number() % (ulong)below);

    /// <summary>From the least, below the other.</summary>
    public int Next(int least, int below) => least + Next(below - least);

    /// <summary>From 0, below 1.</summary>
    public double NextDouble() => (Number() >> 11) / (double)(1UL << 53);

    /// <summary>Any number from 0.</summary>
    public long NextInt64() => (long)(Number() >> 1);

    private ulong Number()
    {
        unchecked
        {
            var z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}

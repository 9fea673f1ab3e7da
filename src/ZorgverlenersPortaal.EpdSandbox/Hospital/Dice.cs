namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Repeatable choices (SplitMix64). Not System.Random: its seeded sequence is no promise of the framework, and nothing
/// here is a secret.
/// </summary>
internal sealed class Dice
{
    private readonly ulong _seed;
    private ulong _state;

    public Dice(ulong seed) => _seed = _state = seed;

    /// <summary>Dice of their own for one subject, so that more throws in one theme shift nothing in another.</summary>
    public Dice For(string subject)
    {
        var hash = 14695981039346656037UL ^ _seed;
        foreach (var sign in subject)
        {
            hash = (hash ^ sign) * 1099511628211UL;
        }

        return new Dice(hash);
    }

    /// <summary>A number from 0 up to, not with, <paramref name="below"/>.</summary>
    public int Next(int below) => (int)(Throw() % (ulong)below);

    public int Between(int least, int most) => least + Next(most - least + 1);

    public bool Chance(int percent) => Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>The numbers 0 to <paramref name="count"/> in a mixed order.</summary>
    public int[] Shuffled(int count)
    {
        var numbers = Enumerable.Range(0, count).ToArray();
        for (var at = count - 1; at > 0; at--)
        {
            var other = Next(at + 1);
            (numbers[at], numbers[other]) = (numbers[other], numbers[at]);
        }

        return numbers;
    }

    private ulong Throw()
    {
        var mixed = _state += 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}

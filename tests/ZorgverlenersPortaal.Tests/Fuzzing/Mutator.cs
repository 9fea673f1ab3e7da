using System.Globalization;

namespace ZorgverlenersPortaal.Tests.Fuzzing;

/// <summary>Bytes that are nearly right, always the same ones for the same seeds: a failure can be made again by its round.</summary>
/// <param name="seeds">What mutation begins with.</param>
internal sealed class Mutator(IReadOnlyList<byte[]> seeds)
{
    private const int Longest = 4096;
    private static readonly byte[] _telling = [0x00, 0x01, 0x7F, 0x80, 0x81, 0x84, 0xFF, (byte)'\r', (byte)'\n', (byte)'"', (byte)'\\', (byte)'.', (byte)'/', (byte)'%', (byte)'#', (byte)' '];

#pragma warning disable CA5394 // no secret: the same mistakes on every machine
    private readonly Random _random = new(20261123);

    /// <summary>Rounds of one test; ZVP_FUZZ multiplies them (ops/test --long).</summary>
    public static int Rounds { get; } = 20_000 * int.Parse(Environment.GetEnvironmentVariable("ZVP_FUZZ") ?? "1", CultureInfo.InvariantCulture);

    /// <summary>The seeds themselves, and then as many mutations.</summary>
    public IEnumerable<byte[]> All() => seeds.Concat(Enumerable.Range(0, Rounds).Select(_ => Next()));

    private byte[] Next()
    {
        var bytes = seeds[_random.Next(seeds.Count)].ToList();
        for (var times = _random.Next(1, 5); times > 0; times--)
        {
            Damage(bytes);
        }
        return [.. bytes.Take(Longest)];
    }

    private void Damage(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        switch (_random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = _telling[_random.Next(_telling.Length)];
                break;
            case 2:
                bytes.Insert(at, _telling[_random.Next(_telling.Length)]);
                break;
            case 3:
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, _random.Next(1, 16)));
                break;
            case 4:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5:
                // A block of its own once more, or many times: lengths that lie, nesting.
                var block = bytes.GetRange(at, Math.Min(bytes.Count - at, _random.Next(1, 40)));
                for (var again = _random.Next(1, 20); again > 0; again--)
                {
                    bytes.InsertRange(at, block);
                }
                break;
            case 6:
                var other = seeds[_random.Next(seeds.Count)];
                var from = _random.Next(other.Length + 1);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(other.Length - from, _random.Next(1, 60))).ToArray());
                break;
            case 7 when at < bytes.Count:
                bytes[at] += (byte)(_random.Next(2) == 0 ? 1 : 255);
                break;
        }
    }
#pragma warning restore CA5394
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZorgverlenersPortaal.Dossier.Explanations;

/// <summary>
/// A random sample that can be drawn again (docs/adr/0040): each look's number is HMAC-SHA256 with the seed as key over
/// <c>node|sequence</c> of its earliest record, in UTF-8; those with the lowest numbers, compared byte by byte, are the sample. The seed
/// is in the trail before the draw, so nobody can choose it by what it gives.
/// </summary>
public sealed class ReviewSample
{
    private readonly byte[] _seed;
    private readonly int _size;
    private readonly SortedSet<(string Number, ReviewedLook Look)> _drawn = new(Comparer<(string Number, ReviewedLook Look)>.Create((one, other) => string.CompareOrdinal(one.Number, other.Number)));

    /// <summary>A draw of so many with this seed: 64 hexadecimal digits. Throws FormatException for another text.</summary>
    public ReviewSample(string seed, int size)
    {
        ArgumentNullException.ThrowIfNull(seed);
        _seed = seed.Length == 64 ? Convert.FromHexString(seed) : throw new FormatException("A seed has 64 hexadecimal digits.");
        _size = size;
    }

    /// <summary>How many took part.</summary>
    public int Population { get; private set; }

    /// <summary>The sample, in the order of its numbers.</summary>
    public IReadOnlyList<ReviewedLook> Drawn => [.. _drawn.Select(one => one.Look)];

    /// <summary>A seed nobody can foresee.</summary>
    public static string NewSeed() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    /// <summary>Lets a look take part; a doctor's day as a whole is no look and does not.</summary>
    public void Add(ReviewedLook reviewed)
    {
        ArgumentNullException.ThrowIfNull(reviewed);
        if (reviewed.Look is not { } look)
        {
            return;
        }
        Population++;
        _drawn.Add((Number(look), reviewed));
        if (_drawn.Count > _size)
        {
            _drawn.Remove(_drawn.Max);
        }
    }

    private string Number(Look look) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_seed, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{look.First.Node}|{look.First.Sequence}"))));
}

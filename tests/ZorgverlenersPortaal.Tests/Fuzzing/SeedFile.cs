using System.Globalization;
using System.Text;
using ZorgverlenersPortaal.Tests.Architecture;

namespace ZorgverlenersPortaal.Tests.Fuzzing;

/// <summary>
/// The inputs that mutation begins with: one a line in <c>seeds</c>, a name that says why it is kept, a space, and its bytes as text
/// with <c>\xNN</c> for what is no letter. What once broke a reader is put there and stays.
/// </summary>
internal static class SeedFile
{
    public static IReadOnlyList<byte[]> Read(string name) =>
    [
        .. File.ReadLines(Repository.Path("tests", "ZorgverlenersPortaal.Tests", "Fuzzing", "seeds", name))
            .Where(line => line.Length > 0)
            .Select(line => Bytes(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..])),
    ];

    private static byte[] Bytes(string text)
    {
        List<byte> bytes = [];
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\' && at + 3 < text.Length && text[at + 1] == 'x')
            {
                bytes.Add(byte.Parse(text.AsSpan(at + 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at += 3;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[at].ToString()));
            }
        }
        return [.. bytes];
    }
}

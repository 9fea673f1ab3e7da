using System.Globalization;
using System.Text;
using ZorgverlenersPortaal.EpdSandbox.Hospital;

namespace ZorgverlenersPortaal.Tests.EpdSandbox.Hospital;

public sealed class PdfPagesTests
{
    [Theory]
    [InlineData(3, 0, 1)]
    [InlineData(100, 0, 3)]
    [InlineData(10, 20, 2)]
    public void Write_TextAndScan_MakesPagesWhoseTablePointsAtEveryObject(int lines, int scan, int pages)
    {
        var text = Encoding.Latin1.GetString(
            PdfPages.Write(Enumerable.Repeat("Uw patiënt (Łukasz) \\ Yılmaz", lines), scan));
        Assert.StartsWith("%PDF-1.4", text, StringComparison.Ordinal);
        Assert.Contains($"/Count {pages} ", text, StringComparison.Ordinal);
        Assert.Contains(@"(Uw patiënt \(Lukasz\) \\ Yilmaz) Tj", text, StringComparison.Ordinal);
        var start = int.Parse(
            text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0],
            CultureInfo.InvariantCulture);
        var table = text[start..].Split('\n');
        var count = int.Parse(table[1].Split(' ')[1], CultureInfo.InvariantCulture);
        for (var number = 1; number < count; number++)
        {
            var place = int.Parse(table[2 + number][..10], CultureInfo.InvariantCulture);
            Assert.StartsWith($"{number} 0 obj\n", text[place..], StringComparison.Ordinal);
        }
    }
}

using System.Globalization;
using System.Text;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// Writes a plain PDF 1.4: text in the Helvetica every reader has, and if asked a page with a scan. By hand, because
/// libraries
/// need a font file to embed and the sandbox brings none.
/// </summary>
internal static class PdfPages
{
    private const int LinesOnPage = 46;
    private const int SignsOnLine = 92;

    /// <summary>
    /// A4 pages with the text; lines that are too long are folded. <paramref name="scanSide"/> above 0 adds a last
    /// page with a
    /// grey-scale picture of that many pixels in the square, one byte each and not compressed: that is how a letter
    /// gets large.
    /// </summary>
    public static byte[] Write(IEnumerable<string> lines, int scanSide = 0)
    {
        var pages = lines.SelectMany(Fold).Chunk(LinesOnPage).Select(page => Stream("", Text(page))).ToList();
        var image = 3 + 1 + (2 * (pages.Count + 1));
        if (scanSide > 0)
        {
            pages.Add(Stream("", Encoding.Latin1.GetBytes("q 500 0 0 500 48 200 cm /Scan Do Q")));
        }

        var kids = string.Join(' ', pages.Select((_, at) => Invariant($"{4 + (2 * at)} 0 R")));
        var objects = new List<byte[]>
        {
            Latin("<< /Type /Catalog /Pages 2 0 R >>"),
            Latin(Invariant($"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>")),
            Latin("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
        };
        image = 4 + (2 * pages.Count);
        var scan = scanSide > 0 ? Invariant($" /XObject << /Scan {image} 0 R >>") : "";
        for (var at = 0; at < pages.Count; at++)
        {
            objects.Add(
                Latin(
                    Invariant(
                        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + (2 * at)} 0 R /Resources << /Font << /F1 3 0 R >>{scan} >> >>"
                    )));
            objects.Add(pages[at]);
        }

        if (scanSide > 0)
        {
            objects.Add(
                Stream(
                    Invariant(
                        $"/Type /XObject /Subtype /Image /Width {scanSide} /Height {scanSide} /ColorSpace /DeviceGray /BitsPerComponent 8 "
                    ),
                    Scan(scanSide)));
        }

        return Assemble(objects);
    }

    private static byte[] Assemble(List<byte[]> objects)
    {
        var file = new MemoryStream();
        var places = new List<long>();
        file.Write(Latin("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n"));
        for (var at = 0; at < objects.Count; at++)
        {
            places.Add(file.Position);
            file.Write(Latin(Invariant($"{at + 1} 0 obj\n")));
            file.Write(objects[at]);
            file.Write(Latin("\nendobj\n"));
        }

        var table = file.Position;
        file.Write(Latin(Invariant($"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n")));
        file.Write(Latin(string.Concat(places.Select(place => Invariant($"{place:0000000000} 00000 n \n")))));
        file.Write(
            Latin(Invariant($"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n")));
        return file.ToArray();
    }

    private static byte[] Text(IEnumerable<string> lines)
    {
        var text = new StringBuilder("BT /F1 11 Tf 56 780 Td 16 TL\n");
        foreach (var line in lines)
        {
            text.Append('(')
                .Append(
                    WinAnsi(line)
                        .Replace("\\", "\\\\", StringComparison.Ordinal)
                        .Replace("(", "\\(", StringComparison.Ordinal)
                        .Replace(")", "\\)", StringComparison.Ordinal))
                .Append(") Tj T*\n");
        }

        return Latin(text.Append("ET").ToString());
    }

    private static byte[] Stream(string head, byte[] content) =>
        [.. Latin(Invariant($"<< {head}/Length {content.Length} >>\nstream\n")), .. content, .. "\nendstream"u8];

    // Lines of "handwriting" on grey paper: any bytes are a valid picture.
    private static byte[] Scan(int side)
    {
        var pixels = new byte[side * side];
        for (var at = 0; at < pixels.Length; at++)
        {
            var (row, column) = (at / side, at % side);
            pixels[at] =
                row % 40 is > 12 and < 18 && column * 7 % 61 < 40 ? (byte)60 : (byte)(225 + ((row ^ column) & 7));
        }

        return pixels;
    }

    private static IEnumerable<string> Fold(string line)
    {
        while (line.Length > SignsOnLine)
        {
            var cut = line.LastIndexOf(' ', SignsOnLine);
            cut = cut < 1 ? SignsOnLine : cut;
            yield return line[..cut];
            line = line[cut..].TrimStart();
        }

        yield return line;
    }

    // Names hold signs Helvetica's encoding lacks; the accent goes, the letter stays.
    private static string WinAnsi(string text) =>
        string.Concat(
            text.Select(sign =>
                sign switch
                {
                    '–' or '—' => "-",
                    'ı' => "i",
                    'Ł' => "L",
                    'ł' => "l",
                    'Đ' => "D",
                    'đ' => "d",
                    > 'ÿ' => sign.ToString().Normalize(NormalizationForm.FormD)[..1],
                    _ => sign.ToString(),
                }));

    private static byte[] Latin(string text) => Encoding.Latin1.GetBytes(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

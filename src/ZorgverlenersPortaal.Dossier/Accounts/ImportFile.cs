using System.Text;
using CsvHelper;

namespace ZorgverlenersPortaal.Dossier.Accounts;

/// <summary>Reads a CSV file of accounts: UTF-8, comma or semicolon, a header with at least <c>uzi</c> and <c>name</c>. Never throws on its content.</summary>
internal sealed class ImportFile
{
    /// <summary>The columns it knows.</summary>
    public static IReadOnlyList<string> Columns { get; } =
        ["uzi", "name", "function", "role", "agb", "confirmed", "practice", "practice_agb", "big", "email", "phone", "in_training"];

    private const int MostLines = 10_000;
    private const int LineBuffer = 4096;
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly List<(int Line, IReadOnlyDictionary<string, string> Fields)> _rows = [];
    private readonly List<ImportLine> _refused = [];

    private ImportFile()
    {
    }

    /// <summary>The lines that could be read, by column.</summary>
    public IReadOnlyList<(int Line, IReadOnlyDictionary<string, string> Fields)> Rows => _rows;

    /// <summary>The lines that could not.</summary>
    public IReadOnlyList<ImportLine> Refused => _refused;

    /// <summary>Reads the whole file; the caller bounds the stream.</summary>
    public static async Task<ImportFile> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var file = new ImportFile();
        using var reader = new StreamReader(stream, _strict, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        try
        {
            file.Read(await reader.ReadToEndAsync(cancellation));
        }
        catch (DecoderFallbackException)
        {
            file.Refuse(1, ImportRefusal.Malformed, "");
        }
        return file;
    }

    /// <summary>A value as it may be repeated to the reader: short and on one line.</summary>
    public static string Shown(string value)
    {
        const int longest = 40;
        var plain = string.Concat(value.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
        return plain.Length <= longest ? plain : plain[..longest];
    }

    private void Read(string text)
    {
        // Line by line, so that a quote that does not close costs one line and the others are still judged.
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var separator = lines[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var columns = Fields(lines[0], separator)?.ConvertAll(column => column.ToLowerInvariant());
        if (columns is null || !IsHeader(columns))
        {
            Refuse(1, ImportRefusal.Header, lines[0]);
            return;
        }
        for (var i = 1; i < lines.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(lines[i]))
            {
                continue;
            }
            if (_rows.Count + _refused.Count == MostLines)
            {
                Refuse(i + 1, ImportRefusal.TooLong, "");
                return;
            }
            if (Fields(lines[i], separator) is { } values && values.Count == columns.Count)
            {
                _rows.Add((i + 1, columns.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)));
            }
            else
            {
                Refuse(i + 1, ImportRefusal.Malformed, lines[i].Trim());
            }
        }
    }

    private static List<string>? Fields(string line, char separator)
    {
        try
        {
            using var reader = CsvReader.FromText(line, CsvReaderOptions.Default with
            {
                Separator = separator,
                HasHeader = false,
                AllowLineBreaksInQuotes = false,
                TrimWhitespace = true,
                MalformedData = CsvMalformedDataHandling.Throw,
                BufferSize = LineBuffer,
            });
            return reader.Read() ? [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)] : null;
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    private static bool IsHeader(List<string> columns) =>
        columns.Contains("uzi", StringComparer.Ordinal) && columns.Contains("name", StringComparer.Ordinal)
        && columns.TrueForAll(column => Columns.Contains(column, StringComparer.Ordinal))
        && columns.Distinct(StringComparer.Ordinal).Count() == columns.Count;

    private void Refuse(int line, ImportRefusal refusal, string value) => _refused.Add(new(line, refusal, Shown(value)));
}

using System.Text;
using CsvHelper;

namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>
/// The EPD's access log as CSV (RFC 4180, UTF-8, comma or semicolon): a header with <c>time, client, request_id, patient</c> and perhaps <c>bsn</c>, in
/// any order; other columns are passed over. Streamed: no more than one line is in memory.
/// </summary>
internal sealed class CsvLog(Stream stream, string client)
{
    private const int MostBytesInALine = 64 * 1024;
    private static readonly string[] _required = ["time", "client", "request_id", "patient"];
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly CsvReaderOptions _options = CsvReaderOptions.Default with
    {
        HasHeader = false,
        DetectSeparatorHint = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = MostBytesInALine,
        TrackLineNumbers = true,
    };

    public IEnumerable<EpdLogLine> Read()
    {
        using var text = new StreamReader(stream, _strict, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using var csv = CsvReader.Create(text, _options, leaveOpen: true);
        var columns = Next(csv, 0) ? Columns(csv) : throw Header("the file is empty");
        var last = 1;
        while (Next(csv, last))
        {
            last = checked((int)csv.LineNumber);
            yield return Line(csv, columns, last);
        }
    }

    private EpdLogLine Line(CsvReader csv, Dictionary<string, int> columns, int number)
    {
        if (csv.FieldCount != columns.Count)
        {
            throw new EpdLogException(FormattableString.Invariant($"line {number}: {csv.FieldCount} cells where the header has {columns.Count}; give each line a cell for each column, and put a cell with a separator in it between quotes."));
        }
        if (csv.GetString(columns["client"]) != client)
        {
            return new() { Number = number, IsPortals = false };
        }
        return new()
        {
            Number = number,
            IsPortals = true,
            Time = EpdLogText.Time(Cell("time"), Where("time")),
            RequestId = EpdLogText.RequestId(Cell("request_id"), Where("request_id")),
            PatientId = EpdLogText.PatientId(Cell("patient"), Where("patient")),
            Bsn = EpdLogText.Bsn(Cell("bsn"), Where("bsn")),
        };

        string? Cell(string column) => columns.TryGetValue(column, out var at) ? csv.GetString(at) : null;
        string Where(string column) => FormattableString.Invariant($"line {number}, column {column}");
    }

    private static Dictionary<string, int> Columns(CsvReader csv)
    {
        if (csv.Separator is not (',' or ';'))
        {
            throw Header("its cells are not apart");
        }
        Dictionary<string, int> columns = new(StringComparer.Ordinal);
        for (var at = 0; at < csv.FieldCount; at++)
        {
            if (!columns.TryAdd(csv.GetString(at), at))
            {
                throw Header(FormattableString.Invariant($"column {at + 1} has the name of one before it"));
            }
        }
        return _required.Where(name => !columns.ContainsKey(name)).ToList() is { Count: > 0 } missing
            ? throw Header($"no column {string.Join(", ", missing)}")
            : columns;
    }

    private static bool Next(CsvReader csv, int last)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException fault)
        {
            // The library's words name a place and no value.
            throw new EpdLogException(FormattableString.Invariant($"line {fault.LineNumber}: {fault.Message} Put a cell with a quote in it between quotes, and double the quote."), fault);
        }
        catch (DecoderFallbackException fault)
        {
            throw new EpdLogException(FormattableString.Invariant($"after line {last}: this is no UTF-8; save the file as UTF-8."), fault);
        }
    }

    private static EpdLogException Header(string fault) =>
        new($"line 1: {fault}. The first line names the columns, with a comma or a semicolon between them: {string.Join(',', _required)} and perhaps bsn.");
}

using System.Text;
using System.Text.Json;

namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>The EPD's access log as FHIR R4 AuditEvents, one a line. Streamed: no more than one line is in memory.</summary>
internal sealed class NdjsonLog(Stream stream, string client)
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public IEnumerable<EpdLogLine> Read()
    {
        using var text = new StreamReader(stream, _strict, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var line = new StringBuilder();
        for (var number = 1; Next(text, line, number); number++)
        {
            if (line.Length == 0)
            {
                continue;
            }
            using var json = Parse(line.ToString(), number);
            foreach (var found in new AuditEventReader(FormattableString.Invariant($"line {number}"), number, client).Read(json.RootElement))
            {
                yield return found;
            }
        }
    }

    private static bool Next(StreamReader text, StringBuilder line, int number)
    {
        line.Clear();
        try
        {
            int read;
            while ((read = text.Read()) is not (-1 or '\n'))
            {
                if (line.Length == BundleEntries.MostBytes)
                {
                    throw new EpdLogException(FormattableString.Invariant($"line {number}: longer than {BundleEntries.MostBytes} characters; write one AuditEvent a line, or name a Bundle .json."));
                }
                line.Append((char)read);
            }
            if (line.Length > 0 && line[^1] == '\r')
            {
                line.Length--;
            }
            return read != -1 || line.Length > 0;
        }
        catch (DecoderFallbackException fault)
        {
            throw new EpdLogException(FormattableString.Invariant($"line {number}: this is no UTF-8; save the file as UTF-8."), fault);
        }
    }

    private static JsonDocument Parse(string line, int number)
    {
        try
        {
            return JsonDocument.Parse(line);
        }
        catch (JsonException fault)
        {
            throw new EpdLogException(FormattableString.Invariant($"line {number}, byte {fault.BytePositionInLine + 1}: this is no JSON; write one AuditEvent a line, or name a Bundle .json."), fault);
        }
    }
}

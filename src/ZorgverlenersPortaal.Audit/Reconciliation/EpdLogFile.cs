using System.Security.Cryptography;

namespace ZorgverlenersPortaal.Audit.Reconciliation;

/// <summary>The EPD's access log in a file, read once from begin to end.</summary>
public sealed class EpdLogFile : IDisposable
{
    private readonly FileStream _file;
    private readonly SHA256 _hash = SHA256.Create();
    private readonly string _client;

    private EpdLogFile(FileStream file, EpdLogFormat format, string client) => (_file, Format, _client) = (file, format, client);

    /// <summary>How it is written.</summary>
    public EpdLogFormat Format { get; }

    /// <summary>What <see cref="EpdLogLine.Number"/> counts.</summary>
    public string Unit => Format == EpdLogFormat.Bundle ? "entry" : "line";

    /// <summary>
    /// Opens it; the end of its name tells how it is written: .csv, .json (a Bundle) or .ndjson. Throws <see cref="EpdLogException"/> for another, and
    /// IOException or UnauthorizedAccessException for what cannot be opened.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="client">What the log calls the portal, to the letter.</param>
    public static EpdLogFile Open(string path, string client)
    {
        ArgumentException.ThrowIfNullOrEmpty(client);
        var format = Path.GetExtension(path).ToUpperInvariant() switch
        {
            ".CSV" => EpdLogFormat.Csv,
            ".JSON" => EpdLogFormat.Bundle,
            ".NDJSON" => EpdLogFormat.Ndjson,
            _ => throw new EpdLogException("The name of the EPD's log must end in .csv, .json (a Bundle of AuditEvents) or .ndjson (one AuditEvent a line)."),
        };
        return new(File.OpenRead(path), format, client);
    }

    /// <summary>
    /// Every line, in its order, read as it is asked for. Throws <see cref="EpdLogException"/> at the first that is not understood: what is
    /// passed over could be a look.
    /// </summary>
    public IEnumerable<EpdLogLine> Lines()
    {
        using var stream = new CryptoStream(_file, _hash, CryptoStreamMode.Read, leaveOpen: true);
        var lines = Format switch
        {
            EpdLogFormat.Csv => new CsvLog(stream, _client).Read(),
            EpdLogFormat.Ndjson => new NdjsonLog(stream, _client).Read(),
            EpdLogFormat.Bundle => new BundleLog(stream, _client).Read(),
        };
        foreach (var line in lines)
        {
            yield return line;
        }
    }

    /// <summary>SHA-256 of what was read, in lower-case hexadecimal; only once <see cref="Lines"/> has come to its end.</summary>
    public string Sha256 => Convert.ToHexStringLower(_hash.Hash ?? throw new InvalidOperationException("The log was not read to its end."));

    /// <inheritdoc />
    public void Dispose()
    {
        _file.Dispose();
        _hash.Dispose();
    }
}

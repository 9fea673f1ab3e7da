using System.Formats.Asn1;

namespace ZorgverlenersPortaal.Uzi;

/// <summary>The names inside extension 2.5.29.17 that matter to us: the UZI text (2.5.5.5) and the UPN.</summary>
/// <remarks>
/// Read as DER: the framework's reader knows DNS and IP names only, and text forms of it differ by platform.
/// </remarks>
public sealed record UziSubjectAlternativeName
{
    private const string UziOid = "2.5.5.5";
    private const string UpnOid = "1.3.6.1.4.1.311.20.2.3";

    /// <summary>GeneralName [0] otherName; inside it the value is [0] EXPLICIT.</summary>
    private static readonly Asn1Tag _context0 = DerFields.Context(0);

    private UziSubjectAlternativeName(UziRefusal? refusal, string detail)
    {
        Refusal = refusal;
        Detail = detail;
    }

    /// <summary>Null when there is exactly one well-formed UZI text.</summary>
    public UziRefusal? Refusal { get; }

    public string Detail { get; }

    /// <summary>Present when there was exactly one readable 2.5.5.5 name.</summary>
    public UziText? Text { get; private init; }

    /// <summary>Every UPN, as written; the authentication certificate has one: number@URA.</summary>
    public IReadOnlyList<string> UserPrincipalNames { get; private init; } = [];

    /// <summary>Never throws. Null means that the certificate has no such extension.</summary>
    public static UziSubjectAlternativeName Read(ReadOnlyMemory<byte>? extension)
    {
        if (extension is not { } der)
        {
            return new(UziRefusal.NotUzi, "no subject alternative name");
        }

        List<(string Oid, ReadOnlyMemory<byte> Value)> names;
        try
        {
            names = ReadOtherNames(der);
        }
        catch (AsnContentException e)
        {
            return new(UziRefusal.Malformed, "subject alternative name is not DER: " + e.Message);
        }

        return Judge(names);
    }

    private static List<(string Oid, ReadOnlyMemory<byte> Value)> ReadOtherNames(ReadOnlyMemory<byte> der)
    {
        var names = new List<(string, ReadOnlyMemory<byte>)>();
        var outer = new AsnReader(der, AsnEncodingRules.DER);
        var sequence = outer.ReadSequence();
        outer.ThrowIfNotEmpty();
        while (sequence.HasData)
        {
            if (!sequence.PeekTag().HasSameClassAndValue(_context0))
            {
                sequence.ReadEncodedValue();
                continue;
            }

            var otherName = sequence.ReadSequence(_context0);
            var oid = otherName.ReadObjectIdentifier();
            var wrapper = otherName.ReadSequence(_context0);
            otherName.ThrowIfNotEmpty();
            names.Add((oid, wrapper.ReadEncodedValue()));
            wrapper.ThrowIfNotEmpty();
        }

        return names;
    }

    private static UziSubjectAlternativeName Judge(List<(string Oid, ReadOnlyMemory<byte> Value)> names)
    {
        var uzi = names.Where(name => string.Equals(name.Oid, UziOid, StringComparison.Ordinal)).ToList();
        var upns = names.Where(name => string.Equals(name.Oid, UpnOid, StringComparison.Ordinal))
            .Select(name => ReadText(name.Value, UniversalTagNumber.UTF8String)).ToList();
        if (uzi.Count != 1)
        {
            return uzi.Count == 0
                ? new(UziRefusal.NotUzi, "no otherName of type 2.5.5.5")
                : new(UziRefusal.AmbiguousSan, $"{uzi.Count} otherNames of type 2.5.5.5");
        }

        var value = ReadText(uzi[0].Value, UniversalTagNumber.IA5String);
        if (value is null)
        {
            return new(UziRefusal.InvalidSan, "the 2.5.5.5 otherName is no IA5String");
        }

        if (UziText.Parse(value) is not { } text)
        {
            return new(UziText.FaultOf(value), $"the 2.5.5.5 otherName breaks the grammar: '{value}'");
        }

        return upns.Contains(null)
            ? new(UziRefusal.InvalidSan, "the UPN is no UTF8String") { Text = text }
            : new(null, "") { Text = text, UserPrincipalNames = [.. upns.OfType<string>()] };
    }

    private static string? ReadText(ReadOnlyMemory<byte> value, UniversalTagNumber type)
    {
        try
        {
            var reader = new AsnReader(value, AsnEncodingRules.DER);
            var text = reader.ReadCharacterString(type);
            reader.ThrowIfNotEmpty();
            return text;
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}

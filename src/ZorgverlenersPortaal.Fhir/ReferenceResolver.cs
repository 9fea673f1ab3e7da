namespace ZorgverlenersPortaal.Fhir;

/// <summary>
/// Judges references before anything is asked for (fhir.md §4.7, H092-H095). The text itself is compared, not a
/// normalised URI:
/// normalising is what makes <c>..</c> and <c>%2e</c> dangerous.
/// </summary>
public static class ReferenceResolver
{
    private const int LongestId = 64;

    /// <summary>
    /// What <paramref name="reference"/> points at, seen from the EPD's <paramref name="baseAddress"/> (absolute, with
    /// or without a slash at its end).
    /// </summary>
    public static ResolvedReference Resolve(FhirReference reference, Uri baseAddress)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (reference.Reference is null)
        {
            return WithoutReference(reference);
        }
        var resolved = Resolve(reference.Reference, baseAddress);
        // A reference whose type says something else than its address is not guessed at.
        var isContradicted = resolved.Type is not null && reference.Type is not null && IsType(reference.Type)
            && !string.Equals(resolved.Type, reference.Type, StringComparison.Ordinal);
        return isContradicted ? new ResolvedReference(ReferenceKind.Malformed) : resolved;
    }

    /// <summary>The same for a bare address, such as <see cref="Attachment.Url"/>.</summary>
    public static ResolvedReference Resolve(string reference, Uri baseAddress)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(baseAddress);
        if (reference.StartsWith('#'))
        {
            return IsId(reference.AsSpan(1)) ? new ResolvedReference(ReferenceKind.Contained, Id: reference[1..]) : Malformed;
        }
        if (reference.StartsWith("urn:", StringComparison.Ordinal))
        {
            return IsUrn(reference) ? new ResolvedReference(ReferenceKind.Urn, Id: reference) : Malformed;
        }
        if (IsRelative(reference))
        {
            return ResolvePath(reference);
        }
        if (reference.StartsWith("//", StringComparison.Ordinal))
        {
            return Foreign;
        }
        // On Linux .NET takes "/Patient/1" for a file.
        return !reference.StartsWith('/') && Uri.TryCreate(reference, UriKind.Absolute, out var absolute)
            ? ResolveAbsolute(reference, absolute, baseAddress)
            : Malformed;
    }

    /// <summary>R4's grammar for an id, and not "." or "..", which R4 forgets to forbid.</summary>
    internal static bool IsId(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > LongestId || !text.ContainsAnyExcept('.'))
        {
            return false;
        }
        foreach (var unit in text)
        {
            if (!char.IsAsciiLetterOrDigit(unit) && unit is not ('-' or '.'))
            {
                return false;
            }
        }
        return true;
    }

    internal static bool IsType(ReadOnlySpan<char> text)
    {
        if (text.Length is < 2 or > LongestId || !char.IsAsciiLetterUpper(text[0]))
        {
            return false;
        }
        foreach (var unit in text)
        {
            if (!char.IsAsciiLetter(unit))
            {
                return false;
            }
        }
        return true;
    }

    private static ResolvedReference Malformed { get; } = new(ReferenceKind.Malformed);

    private static ResolvedReference Foreign { get; } = new(ReferenceKind.ForeignHost);

    private static ResolvedReference WithoutReference(FhirReference reference)
    {
        var type = reference.Type is not null && IsType(reference.Type) ? reference.Type : null;
        if (reference.Identifier is { Value: not null })
        {
            return new ResolvedReference(ReferenceKind.IdentifierOnly, type);
        }
        return reference.Display is null ? Malformed : new ResolvedReference(ReferenceKind.DisplayOnly, type);
    }

    private static bool IsRelative(ReadOnlySpan<char> reference)
    {
        var slash = reference.IndexOf('/');
        return slash > 0 && IsType(reference[..slash]);
    }

    private static bool IsUrn(ReadOnlySpan<char> reference) =>
        reference.Length <= 200 && !reference.ContainsAnyExceptInRange('!', '~');

    /// <summary>"Type/id" or "Type/id/_history/version", and nothing else.</summary>
    private static ResolvedReference ResolvePath(string path)
    {
        Span<Range> parts = stackalloc Range[5];
        var count = path.AsSpan().Split(parts, '/');
        var isVersioned = count == 4 && path[parts[2]] is "_history" && IsId(path.AsSpan(parts[3]));
        return (isVersioned || count == 2) && IsType(path.AsSpan(parts[0])) && IsId(path.AsSpan(parts[1]))
            ? new ResolvedReference(ReferenceKind.Resource, path[parts[0]], path[parts[1]], isVersioned ? path[parts[3]] : null)
            : Malformed;
    }

    private static ResolvedReference ResolveAbsolute(string reference, Uri absolute, Uri baseAddress)
    {
        var isHere = string.Equals(absolute.Scheme, baseAddress.Scheme, StringComparison.Ordinal)
            // Not IdnHost of what an EPD wrote: that throws for a host that is none. A name with other letters is foreign unless in its ASCII form.
            && string.Equals(absolute.Host, baseAddress.IdnHost, StringComparison.OrdinalIgnoreCase)
            && absolute.Port == baseAddress.Port
            && absolute.UserInfo.Length == 0;
        if (!isHere)
        {
            return Foreign;
        }
        var authority = reference.IndexOf("://", StringComparison.Ordinal) + "://".Length;
        var slash = authority < "://".Length ? -1 : reference.IndexOf('/', authority);
        var basePath = baseAddress.AbsolutePath.EndsWith('/') ? baseAddress.AbsolutePath : baseAddress.AbsolutePath + "/";
        return slash >= 0 && reference.AsSpan(slash).StartsWith(basePath, StringComparison.Ordinal)
            ? ResolvePath(reference[(slash + basePath.Length)..])
            : Foreign;
    }
}

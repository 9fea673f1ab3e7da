using ZorgverlenersPortaal.EpdSandbox.Storage;

namespace ZorgverlenersPortaal.EpdSandbox.Search;

/// <summary>Reads the address in a reference: Type/id, versioned or absolute to the sandbox itself.</summary>
internal static class ReferenceText
{
    /// <summary>False for a fragment, a urn and for another server's address: those point at nothing here.</summary>
    public static bool TryRead(string reference, out string type, out string id)
    {
        (type, id) = ("", "");
        var text = reference.StartsWith(ServerBase.Placeholder + "/", StringComparison.Ordinal)
            ? reference[(ServerBase.Placeholder.Length + 1)..]
            : reference;
        var parts = text.Split('/');
        if (parts.Length is not (2 or 4) || parts[0].Length == 0 || !char.IsAsciiLetterUpper(parts[0][0]))
        {
            return false;
        }

        (type, id) = (parts[0], parts[1]);
        return true;
    }
}

using System.Text;

namespace ZorgverlenersPortaal.Dossier.Epd;

/// <summary>One read or search at the EPD. Values are encoded here and nowhere else.</summary>
internal sealed record EpdQuery
{
    private EpdQuery(string type, string? id, IReadOnlyList<(string Name, string Value)> parameters)
    {
        Type = type;
        Id = id;
        Parameters = parameters;
    }

    public string Type { get; }

    /// <summary>Set for a read of one resource, null for a search.</summary>
    public string? Id { get; }

    /// <summary>Set for a read of one version.</summary>
    public string? Version { get; private init; }

    /// <summary>Every version of one resource is asked for.</summary>
    public bool IsHistory { get; private init; }

    public IReadOnlyList<(string Name, string Value)> Parameters { get; }

    /// <summary>The parameters go in the body, because a value is a BSN (R12).</summary>
    public bool InBody { get; init; }

    public static EpdQuery Read(string type, string id) => new(type, id, []);

    public static EpdQuery ReadVersion(string type, string id, string version) => new(type, id, []) { Version = version };

    public static EpdQuery History(string type, string id) => new(type, id, []) { IsHistory = true };

    public static EpdQuery Search(string type, params (string Name, string Value)[] parameters) => new(type, null, parameters);

    public string? this[string name] => Parameters.FirstOrDefault(p => p.Name == name).Value;

    /// <summary>Address relative to the base.</summary>
    public string RelativeAddress(int pageSize)
    {
        if (Id is not null)
        {
            var one = $"{Type}/{Uri.EscapeDataString(Id)}";
            if (IsHistory)
            {
                return $"{one}/_history?_count={pageSize}";
            }
            return Version is null ? one : $"{one}/_history/{Uri.EscapeDataString(Version)}";
        }
        return InBody ? $"{Type}/_search" : $"{Type}?{Form(pageSize)}";
    }

    /// <summary>The parameters as a form, for the address or the body of a search.</summary>
    public string Form(int pageSize)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in Parameters)
        {
            text.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value)).Append('&');
        }
        return text.Append("_count=").Append(pageSize).ToString();
    }
}

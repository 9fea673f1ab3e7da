using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.EpdSandbox.Hospital;

/// <summary>
/// A name in its parts as nl-core has them: given names, call name, prefix and own name, and a partner's name.
/// </summary>
internal sealed record PersonName(string Given, string CallName, string Prefix, string Own, string? Partner = null)
{
    public string Family
    {
        get
        {
            var own = (Prefix + " " + Own).Trim();
            return Partner is null ? own : Partner + "-" + own;
        }
    }

    public string Text => Given + " " + Family;

    /// <summary>Initials and family name, as a letter or a list writes it.</summary>
    public string Short => string.Concat(Given.Split(' ').Select(name => name[0] + ".")) + " " + Family;

    /// <summary>The official name and, where there is one, the call name (usual) apart.</summary>
    public JsonArray Json()
    {
        var extensions = new JsonArray();
        if (Prefix.Length > 0)
        {
            extensions.Add(Part.Extension(CodeSystems.Hl7Extension + "humanname-own-prefix", "valueString", Prefix));
        }

        extensions.Add(Part.Extension(CodeSystems.Hl7Extension + "humanname-own-name", "valueString", Own));
        if (Partner is not null)
        {
            extensions.Add(Part.Extension(CodeSystems.Hl7Extension + "humanname-partner-name", "valueString", Partner));
        }

        var names = new JsonArray(
            new JsonObject
            {
                ["use"] = "official",
                ["text"] = Text,
                ["family"] = Family,
                ["_family"] = new JsonObject { ["extension"] = extensions },
                ["given"] = new JsonArray([.. Given.Split(' ').Select(name => JsonValue.Create(name))]),
            });
        if (CallName.Length > 0)
        {
            names.Add(new JsonObject { ["use"] = "usual", ["given"] = new JsonArray(CallName) });
        }

        return names;
    }
}

using System.Text.Json.Nodes;

namespace ZorgverlenersPortaal.Tests.Dossier.Access;

/// <summary>Labels on resources.</summary>
internal static class Labels
{
    /// <summary>The resource with these in meta.security; a null is left out.</summary>
    public static JsonObject Labelled(this JsonObject resource, params (string? System, string? Code)[] labels)
    {
        var security = new JsonArray();
        foreach (var (system, code) in labels)
        {
            var label = new JsonObject { ["display"] = "gevoelig" };
            if (system is not null)
            {
                label["system"] = system;
            }
            if (code is not null)
            {
                label["code"] = code;
            }
            security.Add(label);
        }
        resource["meta"] ??= new JsonObject();
        resource["meta"]!["security"] = security;
        return resource;
    }
}

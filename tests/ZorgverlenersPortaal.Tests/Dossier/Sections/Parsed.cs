using System.Text;
using System.Text.Json.Nodes;
using ZorgverlenersPortaal.Fhir;

namespace ZorgverlenersPortaal.Tests.Dossier.Sections;

/// <summary>JSON as the product reads it.</summary>
internal static class Parsed
{
    public static Resource As(this JsonObject resource) => FhirJson.Read(Encoding.UTF8.GetBytes(resource.ToJsonString()));

    public static T As<T>(this JsonObject resource) where T : Resource =>
        Assert.IsType<T>(FhirJson.Read(Encoding.UTF8.GetBytes(resource.ToJsonString())));
}

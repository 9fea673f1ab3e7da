namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A letter; an empty <paramref name="Url"/> means that the PDF is inside the DocumentReference.</summary>
public sealed record SandboxLetter(string Id, string Type, string Status, string DocStatus, string Url)
{
    public bool CanOpen => Status == "current" && DocStatus != "entered-in-error" && Url.Length > 0;
}

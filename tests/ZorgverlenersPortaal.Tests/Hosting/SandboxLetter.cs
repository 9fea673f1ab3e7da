namespace ZorgverlenersPortaal.Tests.Hosting;

/// <summary>A letter; an empty <paramref name="Url"/> means that the PDF is inside the DocumentReference, which opens as well; the portal withholds what has a <paramref name="Label"/>.</summary>
public sealed record SandboxLetter(string Id, string Type, string Status, string DocStatus, string Url, string Label)
{
    public bool CanOpen => Status == "current" && DocStatus != "entered-in-error" && Label.Length == 0;
}

using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace ZorgverlenersPortaal.Portal.Pages.Shared;

/// <summary>What the page after a form has to tell, once: that it was done, or a code. Travels encrypted, in a cookie.</summary>
internal static class Message
{
    private const string Done = "done";

    /// <summary>Leaves word that it was done, for the next page.</summary>
    public static void Tell(this ITempDataDictionary next, string text) => next[Done] = text;

    /// <summary>The word that was left, or null; gone when this page has shown it.</summary>
    public static string? Told(this ITempDataDictionary here) => here[Done] as string;
}

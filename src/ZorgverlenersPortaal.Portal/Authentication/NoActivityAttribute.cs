namespace ZorgverlenersPortaal.Portal.Authentication;

/// <summary>
/// A request to this endpoint is judged like any other but is no activity of the person: the idle clock runs on. Also for
/// what ends a session, which must work when the shared state is full and takes no note of a request.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NoActivityAttribute : Attribute
{
    /// <summary>Only sending a form is none; looking at the page is.</summary>
    public bool PostOnly { get; init; }

    /// <summary>This request is the person's.</summary>
    internal static bool IsActivity(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<NoActivityAttribute>() is not { } none
        || (none.PostOnly && !HttpMethods.IsPost(context.Request.Method));
}

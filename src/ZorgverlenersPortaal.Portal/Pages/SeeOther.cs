using Microsoft.AspNetCore.Mvc;

namespace ZorgverlenersPortaal.Portal.Pages;

/// <summary>303 See Other to a path of the portal itself.</summary>
public sealed class SeeOther(string path) : ActionResult
{
    /// <inheritdoc />
    public override void ExecuteResult(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = path;
    }
}

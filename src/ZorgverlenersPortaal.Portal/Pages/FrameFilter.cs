using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgverlenersPortaal.Dossier;
using ZorgverlenersPortaal.Portal.Pages.Shared;
using ZorgverlenersPortaal.Portal.Settings;

namespace ZorgverlenersPortaal.Portal.Pages;

/// <summary>Gives every page its frame: hospital, office, and who is signed in.</summary>
internal sealed class FrameFilter(PortalOptions options) : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
        if (context.HandlerInstance is PageModel page)
        {
            var provider = context.HttpContext.Features.Get<Visit>()?.Provider;
            page.ViewData["Frame"] = new PageFrame
            {
                HospitalName = options.HospitalName,
                OfficeName = options.OfficeName,
                OfficePhone = options.OfficePhone,
                UserName = provider?.Name,
                UserRole = provider is null ? null : string.Join(", ", new[] { provider.Role.Dutch(), provider.PracticeName }.Where(p => p is not null)),
                Section = context.ActionDescriptor.ViewEnginePath.StartsWith("/Help", StringComparison.Ordinal) ? PageSection.Help : PageSection.Patients,
            };
        }
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }
}

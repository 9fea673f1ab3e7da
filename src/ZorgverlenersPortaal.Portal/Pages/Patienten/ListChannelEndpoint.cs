using ZorgverlenersPortaal.Portal.Authentication;

namespace ZorgverlenersPortaal.Portal.Pages.Patienten;

/// <summary>What the script of the list asks; without script nothing here is needed.</summary>
internal static class ListChannelEndpoint
{
    /// <summary>Maps <c>/patienten/kanaal</c>, for doctors.</summary>
    public static void MapListChannel(this IEndpointRouteBuilder endpoints) => endpoints
        .MapGet("/patienten/kanaal", endpoints.ServiceProvider.GetRequiredService<ListChannel>().RunAsync)
        .WithMetadata(new NoActivityAttribute()).RequireAuthorization();
}

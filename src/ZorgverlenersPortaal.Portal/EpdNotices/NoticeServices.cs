namespace ZorgverlenersPortaal.Portal.EpdNotices;

/// <summary>Registers the listener for the EPD's notices; it is off without <c>Epd:Notifications:Port</c>.</summary>
internal static class NoticeServices
{
    public static IServiceCollection AddEpdNotices(this IServiceCollection services) => services
        .AddSingleton<NoticeMeters>()
        .AddSingleton<NoticeEndpoint>()
        .AddSingleton<NoticeListener>()
        .AddHostedService(s => s.GetRequiredService<NoticeListener>());
}

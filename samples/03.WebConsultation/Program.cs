using GutSkin.Core;
using GutSkin.Samples.WebConsultation;

// The page and the API over the library. Everything that scores is the library's; nothing is stored, no cookie is set.
string home = AppContext.BaseDirectory;
var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = Directory.Exists(Path.Combine(home, "wwwroot")) ? home : null,
});

var limits = builder.Configuration.GetSection("Limits").Get<Limits>() ?? new Limits();
builder.Services.AddSingleton(limits);
builder.Services.AddGutSkin();
builder.Services.AddSingleton(services => new Library(services.GetRequiredService<IScoringService>(), remembers: false));
builder.Services.AddSingleton<SecurityHeaders>();
builder.Services.AddSingleton<WarmUp>();
builder.AddProtection(limits);
builder.Services.AddOpenApi("v1");

var app = builder.Build();
app.UseRequestLog();
app.UseExceptionHandler();
app.UseStatusCodePages();
app.UseSecurityHeaders();
app.UseRateLimiter();
app.UseRequestTimeouts();
app.UsePage();
app.UseStaticFiles();
app.MapOpenApi();
app.MapCalls();
app.MapStartPage();

app.WarmUpOnceStarted();
await app.RunAsync();

/// <summary>The program, for tests to start.</summary>
public partial class Program;

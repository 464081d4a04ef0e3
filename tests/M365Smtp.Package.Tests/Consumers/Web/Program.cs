var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "Mail goes out from elsewhere.");
app.Run();
